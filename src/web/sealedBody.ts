import { type RequestHandler, raw } from 'express'
import type { Site } from '../pages/site.ts'
import { pairingKeyIn } from './whoAsks.ts'

/** Reads what a paired tablet brings, as it is, up to a limit; a stranger's body is not read at all. */
export const readSealed = ({ stalls }: Pick<Site, 'stalls'>, limit: '1mb' | '8mb'): RequestHandler => {
  const read = raw({ type: () => true, limit, inflate: false })
  return async (req, res, next) => {
    const key = pairingKeyIn(req)
    if (key && (await stalls.shiftByPairingKey(key))) return read(req, res, next)
    req.resume()
    next()
  }
}
