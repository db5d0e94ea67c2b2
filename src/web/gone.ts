import type { Response } from 'express'

/** A signal that says when the visitor's connection has closed, so that nobody works or waits for them any more. */
export const goneSignal = (res: Response): AbortSignal => {
  const gone = new AbortController()
  if (res.closed) gone.abort()
  else res.once('close', () => gone.abort())
  return gone.signal
}
