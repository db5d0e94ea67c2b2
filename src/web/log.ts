import type { RequestHandler } from 'express'
import { type Logger, pino } from 'pino'

export type Log = Logger

/** One JSON line an event on standard output; never an address, an answer, a key or a name. */
export const makeLog = (level: string): Log => pino({ level, base: null })

/** Logs each answer by its route's pattern, never by its address: a private link must not stand in a log. */
export const logAnswers =
  (log: Log): RequestHandler =>
  (req, res, next) => {
    const begun = performance.now()
    res.on('finish', () => {
      const route: string = req.route?.path ?? 'none'
      log.info({ method: req.method, route, status: res.statusCode, ms: Math.round(performance.now() - begun) })
    })
    next()
  }
