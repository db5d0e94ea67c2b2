import { type RequestHandler, raw } from 'express'
import type { Site } from '../pages/site.ts'
import { pairingKeyIn } from './whoAsks.ts'

const read = raw({ type: () => true, limit: '8mb', inflate: false })

/** Reads what a paired tablet brings, up to 8 MB, as it is; a stranger's body is not read at all. */
export const readSealed =
  ({ stalls }: Pick<Site, 'stalls'>): RequestHandler =>
  async (req, res, next) => {
    const key = pairingKeyIn(req)
    if (key && (await stalls.shiftByPairingKey(key))) return read(req, res, next)
    req.resume()
    next()
  }
