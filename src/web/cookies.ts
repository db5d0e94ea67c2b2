import type { Request, Response } from 'express'
import type { KeyChange } from '../pages/outcome.ts'
import { VISIT_MS } from '../responses/keys.ts'

/**
 * Whose key a cookie carries: a visitor's to a response, an organiser's to the ledger, a tablet's to its shift, or a browser's
 * that has scanned a card and may pair by it.
 */
export type Carried = 'visit' | 'organiser' | 'shift' | 'scan'

const nameOf = (carried: Carried, https: boolean): string => (https ? `__Host-${carried}` : carried)

/**
 * The key that this browser carries, or null where there is none or it cannot be one of ours. Over HTTPS only the cookie
 * bound to this host counts: a plain one could be planted by a neighbouring site.
 */
export const keyIn = ({ cookies }: Request, https: boolean, carried: Carried = 'visit'): string | null => {
  const key: unknown = cookies?.[nameOf(carried, https)]
  return typeof key === 'string' && /^[\w-]{22}$/.test(key) ? key : null
}

// A tablet is paired days before, at home; what its key opens ends with its stall, on the server's side.
const SHIFT_MS = 4 * 24 * 60 * 60 * 1000

const lastsMs: Record<Carried, number> = { visit: VISIT_MS, organiser: VISIT_MS, shift: SHIFT_MS, scan: SHIFT_MS }

/** Gives the browser another key to carry, or takes it away. Max-Age only: an Expires of 2017 would end it at once. */
export const changeKey = (res: Response, change: KeyChange, https: boolean, carried: Carried = 'visit'): void => {
  const seconds = 'carry' in change ? lastsMs[carried] / 1000 : 0
  const value = 'carry' in change ? change.carry : ''
  const secure = https ? '; Secure' : ''
  res.append(
    'Set-Cookie',
    `${nameOf(carried, https)}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`,
  )
}
