import type { Request, RequestHandler } from 'express'
import { ipKeyGenerator } from 'express-rate-limit'
import type { Site } from '../pages/site.ts'
import { keyIn } from './cookies.ts'

/** Where a request comes from; a household has a whole network of IPv6 addresses, and counts as one asker. */
export const networkOf = ({ ip }: Request): string => (ip ? ipKeyGenerator(ip) : '')

/** The key that a tablet brings in a header, or null. */
export const pairingKeyIn = ({ headers }: Request): string | null =>
  headers.authorization?.match(/^Bearer ([\w-]{22})$/)?.[1] ?? null

const shiftOf = async ({ stalls }: Site, req: Request, https: boolean, now: number) => {
  const [pairingKey, shiftKey] = [pairingKeyIn(req), keyIn(req, https, 'shift')]
  const synced = pairingKey && (await stalls.shiftByPairingKey(pairingKey))
  return synced || (shiftKey ? stalls.shiftOf(shiftKey, now) : null)
}

/**
 * Finds out who asks, for counting: a paired tablet by its shift, for thirty of them share an address; anybody else by a
 * keyed hash of the network.
 */
export const setUpAsker =
  (site: Site, https: boolean): RequestHandler =>
  async (req, res, next) => {
    const shift = await shiftOf(site, req, https, res.locals.now)
    res.locals.asker = await site.askerOf(shift ? `shift ${shift.id}` : networkOf(req))
    next()
  }

/** Who asks, as a keyed hash. */
export const askerIn = (req: Request): string => String(req.res?.locals.asker ?? '')
