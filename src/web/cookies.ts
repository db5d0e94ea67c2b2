import type { Request, Response } from 'express'
import type { KeyChange } from '../pages/outcome.ts'

// Half a day: long enough to go for the bus and come back, short enough for a computer in a library.
const CARRIED_MS = 12 * 60 * 60 * 1000

const nameOf = (https: boolean): string => (https ? '__Host-visit' : 'visit')

/** The key that this browser carries, or null where there is none or it cannot be one of ours. */
export const keyIn = ({ cookies }: Request): string | null => {
  const key: unknown = cookies?.['__Host-visit'] ?? cookies?.visit
  return typeof key === 'string' && /^[\w-]{22}$/.test(key) ? key : null
}

/** Gives the browser another key to carry, or takes it away. Max-Age only: an Expires of 2017 would end it at once. */
export const changeKey = (res: Response, change: KeyChange, https: boolean): void => {
  const seconds = 'carry' in change ? CARRIED_MS / 1000 : 0
  const value = 'carry' in change ? change.carry : ''
  const secure = https ? '; Secure' : ''
  res.append('Set-Cookie', `${nameOf(https)}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`)
}
