import type { Request, RequestHandler, Response } from 'express'
import { type Options, rateLimit } from 'express-rate-limit'
import type { Controller } from '../pages/site.ts'

const MINUTE = 60_000

// Its checks of our settings would write to standard error, where nothing but the log may stand.
const limitTo = (limit: number, windowMs: number): RequestHandler =>
  rateLimit({
    windowMs,
    limit,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_req, _res, next) => next({ tooManyFor: windowMs / MINUTE }),
    validate: false,
  } satisfies Partial<Options>)

/**
 * A stall of 30 tablets or a library shares one address and makes some 300 requests a minute:
 * ten times that many are let through before anybody is asked to wait.
 */
export const limitRequests = (): RequestHandler => limitTo(3000, MINUTE)

/**
 * A controller that tries a key, with `limit` wrong ones from one address in a quarter of an hour.
 * Only what turned out wrong is counted, and a right one is let in at any time: a stall shares its address with a guesser.
 */
export const limitWrong = (limit: number) => {
  const count = limitTo(limit, 15 * MINUTE)
  return (controller: Controller, req: Request, res: Response): Controller =>
    async (site, request) => {
      const outcome = await controller(site, request)
      if ('redirect' in outcome) return outcome
      await new Promise<void>((resolve, reject) => {
        count(req, res, (error?: unknown) => (error ? reject(error) : resolve()))
      })
      return outcome
    }
}
