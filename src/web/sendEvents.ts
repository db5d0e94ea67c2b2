import type { Response } from 'express'
import type { EventsOutcome } from '../pages/outcome.ts'

/** A line that says nothing is sent so often (ms), well within the time after which a still connection is ended. */
const STILL_THERE_MS = 10_000

/** Server-sent events as they come, until the visitor goes or there are no more. Who watches asks again by itself. */
export const sendEvents = async (res: Response, { events }: EventsOutcome): Promise<void> => {
  res.set({ 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' })
  res.flushHeaders()
  const stillThere = setInterval(() => res.write(':\n\n'), STILL_THERE_MS)
  try {
    for await (const event of events) {
      if (res.closed) break
      res.write(`event: ${event}\ndata:\n\n`)
    }
  } finally {
    clearInterval(stillThere)
    res.end()
  }
}
