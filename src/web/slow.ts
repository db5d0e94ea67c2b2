import type { IncomingMessage, Server } from 'node:http'
import { clearInterval, setInterval } from 'node:timers'

/** The least that a body must bring: so many bytes in every such time (ms). */
export type Pace = { bytes: number; everyMs: number }

/** 200 bytes a second, what a bad phone line still carries; who drips a byte now and then to hold a place is gone in 12 s. */
export const SLOWEST: Pace = { bytes: 2000, everyMs: 10_000 }

type Mark = { read: number; at: number }

const TICKS = 10

/** Ends requests whose body comes slower than a pace. Where we do not read, it is not the visitor who is slow. */
export const endSlow = (server: Server, { bytes, everyMs }: Pace): void => {
  const marks = new Map<IncomingMessage, Mark>()

  const judge = (req: IncomingMessage, mark: Mark, at: number) => {
    const read = req.socket.bytesRead
    if (req.complete || req.destroyed) marks.delete(req)
    else if (!req.readableFlowing) marks.set(req, { read, at })
    else if (at - mark.at < everyMs) return
    else if (read - mark.read < bytes) req.socket.destroy()
    else marks.set(req, { read, at })
  }

  const watch = setInterval(() => {
    const at = performance.now()
    for (const [req, mark] of marks) judge(req, mark, at)
  }, everyMs / TICKS).unref()

  server.on('request', (req) => marks.set(req, { read: req.socket.bytesRead, at: performance.now() }))
  server.on('close', () => clearInterval(watch))
}
