import type { Response } from 'express'
import type { EventsOutcome } from '../pages/outcome.ts'

/** Server-sent events as they come, until the visitor goes or there are no more. */
export const sendEvents = async (res: Response, { events }: EventsOutcome): Promise<void> => {
  res.set({ 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' })
  res.flushHeaders()
  try {
    for await (const event of events) {
      if (res.closed) break
      res.write(`event: ${event}\ndata:\n\n`)
    }
  } catch {
    // Who watches asks again by itself, and a plain reload says the same.
  } finally {
    res.end()
  }
}
