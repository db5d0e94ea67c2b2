import { doubleCsrf } from 'csrf-csrf'
import type { Request, Response } from 'express'
import { keyIn } from './cookies.ts'

/** Tokens against cross-site posts: a signed double submit, bound to the key that the browser carries. */
export type Tokens = {
  /** The token for the forms of the page that answers this request; sets the cookie that goes with it. */
  tokenFor(req: Request, res: Response): string
  /** Whether a request brought the token of a page of ours, made for this browser. */
  isGood(req: Request): boolean
}

const first = (value: unknown): string => {
  const one = Array.isArray(value) ? value[0] : value
  return typeof one === 'string' ? one : ''
}

/** Tokens under a secret; over HTTPS their cookie is Secure and bound to the host. */
export const makeTokens = (secret: string, https: boolean): Tokens => {
  const { generateCsrfToken, validateRequest } = doubleCsrf({
    getSecret: () => secret,
    getSessionIdentifier: (req) => keyIn(req, https) ?? 'nobody yet',
    getCsrfTokenFromRequest: (req) => first(req.body?.token) || first(req.query.token),
    cookieName: https ? '__Host-token' : 'token',
    cookieOptions: { httpOnly: true, sameSite: 'lax', secure: https, path: '/' },
  })
  return { tokenFor: (req, res) => generateCsrfToken(req, res), isGood: validateRequest }
}
