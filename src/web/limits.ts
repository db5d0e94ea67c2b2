import type { Request, RequestHandler, Response } from 'express'
import { type Options, rateLimit, type Store } from 'express-rate-limit'
import { type Clock, machineClock } from '../clock.ts'
import type { Outcome } from '../pages/outcome.ts'
import type { Controller } from '../pages/site.ts'
import type { CountStore } from '../responses/countStore.ts'
import { askerIn } from './whoAsks.ts'

const MINUTE = 60_000
const WRONG_KEYS_MS = 15 * MINUTE

// Its checks of our settings would write to standard error, where nothing but the log may stand.
const limitTo = (limit: number, windowMs: number, more: Partial<Options> = {}): RequestHandler =>
  rateLimit({
    windowMs,
    limit,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_req, _res, next) => next({ tooManyFor: windowMs / MINUTE }),
    validate: false,
    ...more,
  } satisfies Partial<Options>)

/**
 * A library shares one address and makes some 300 requests a minute: ten times that many are let through before anybody
 * is asked to wait. A paired tablet is counted by itself.
 */
export const limitRequests = (): RequestHandler => limitTo(3000, MINUTE, { keyGenerator: askerIn })

/** Counts that outlive a restart, under this name; `askerOf` says who is counted. */
export type KeptCounts = { name: string; counts: CountStore; askerOf(req: Request): string; clock: Clock }

/** The counts as express-rate-limit asks for them. It reads the end of a window by the machine's clock, a rehearsal's too. */
const storeOver = ({ name, counts, clock }: KeptCounts): Store => ({
  prefix: name,
  async increment(asker) {
    const now = clock()
    const { count, endsAt } = await counts.add(`${name} ${asker}`, WRONG_KEYS_MS, now)
    return { totalHits: count, resetTime: new Date(machineClock() + endsAt - now) }
  },
  decrement: (asker) => counts.takeBack(`${name} ${asker}`),
  resetKey: (asker) => counts.reset(`${name} ${asker}`),
})

const keptBy = (kept: KeptCounts): Partial<Options> => ({
  store: storeOver(kept),
  keyGenerator: kept.askerOf,
})

// A tablet gets plain data: whatever else is wrong with what it brought, its key was right.
const wasRight = (outcome: Outcome): boolean => 'redirect' in outcome || ('json' in outcome && outcome.status !== 401)

/**
 * A controller that tries a key, with `limit` wrong ones from one address in a quarter of an hour. Only what turned out
 * wrong is counted, and a right one is let in at any time: a stall shares its address with a guesser.
 */
export const limitWrong = (limit: number, kept: KeptCounts) => {
  const count = limitTo(limit, WRONG_KEYS_MS, keptBy(kept))
  return (controller: Controller, req: Request, res: Response): Controller =>
    async (site, request) => {
      const outcome = await controller(site, request)
      if (wasRight(outcome)) return outcome
      await new Promise<void>((resolve, reject) => {
        count(req, res, (error?: unknown) => (error ? reject(error) : resolve()))
      })
      return outcome
    }
}
