import type { Response } from 'express'

/** A signal that says when the visitor has gone before their answer was out, so that nobody works or waits for them. */
export const goneSignal = (res: Response): AbortSignal => {
  const gone = new AbortController()
  if (res.closed) gone.abort()
  else res.once('close', () => res.writableFinished || gone.abort())
  return gone.signal
}
