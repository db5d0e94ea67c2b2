import type { RequestHandler } from 'express'
import { rateLimit } from 'express-rate-limit'

const MINUTE = 60_000

const tooMany: RequestHandler = (_req, _res, next) => next({ tooMany: true })

/**
 * A stall of 30 tablets or a library shares one address and makes some 300 requests a minute:
 * ten times that many are let through before anybody is asked to wait.
 */
export const limitRequests = (): RequestHandler =>
  rateLimit({ windowMs: MINUTE, limit: 3000, standardHeaders: 'draft-8', legacyHeaders: false, handler: tooMany })

/** Wrong codes and links: 20 in a quarter of an hour from one address; right ones are not counted. */
export const limitGuesses = (): RequestHandler =>
  rateLimit({
    windowMs: 15 * MINUTE,
    limit: 20,
    skipSuccessfulRequests: true,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: tooMany,
  })
