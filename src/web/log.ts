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

// An error's message may quote what somebody wrote; the places in the code cannot.
const framesOf = (error: unknown): string[] =>
  error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : []

/** What may be logged of an error: its name, its code, and where in the code it came from. */
export const sayError = (error: unknown) => {
  const { name, code } = (error ?? {}) as { name?: string; code?: string }
  return { name, code, frames: framesOf(error) }
}

/** Logs something that went wrong beside the requests. */
export const logFailure = (log: Log, error: unknown): void =>
  log.error(sayError(error), 'work beside the requests failed')
