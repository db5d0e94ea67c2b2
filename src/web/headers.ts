import type { RequestHandler } from 'express'
import helmet from 'helmet'

const self = ["'self'"]
const none = ["'none'"]

const directivesOf = (https: boolean) => ({
  defaultSrc: none,
  scriptSrc: self,
  styleSrc: self,
  imgSrc: self,
  fontSrc: self,
  connectSrc: self,
  frameSrc: self,
  manifestSrc: self,
  formAction: self,
  frameAncestors: self,
  baseUri: none,
  ...(https ? { upgradeInsecureRequests: [] } : {}),
})

const inKebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** The same for pages that a tablet answers by itself, as headers. */
export const headersOnTablet = (https: boolean): Record<string, string> => ({
  'content-security-policy': Object.entries(directivesOf(https))
    .map(([name, values]) => [inKebab(name), ...values].join(' '))
    .join(';'),
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
})

/**
 * Security headers on every answer. Scripts, styles and pictures come from this site alone, nothing inline.
 * Over plain HTTP, in a rehearsal, nothing asks for HTTPS: Safari would no longer find the page.
 */
export const setUpHeaders = (https: boolean): RequestHandler =>
  helmet({
    contentSecurityPolicy: { useDefaults: false, directives: directivesOf(https) },
    strictTransportSecurity: https,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginEmbedderPolicy: false,
  })

/** Nothing personal stays in a cache: what is not marked otherwise is not stored. */
export const keepNothing: RequestHandler = (_req, res, next) => {
  res.set('Cache-Control', 'no-store')
  next()
}
