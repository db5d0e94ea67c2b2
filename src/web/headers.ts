import type { RequestHandler } from 'express'
import helmet from 'helmet'

const self = ["'self'"]
const none = ["'none'"]

/**
 * Security headers on every answer. Scripts, styles and pictures come from this site alone, nothing inline.
 * Over plain HTTP, in a rehearsal, nothing asks for HTTPS: Safari would no longer find the page.
 */
export const setUpHeaders = (https: boolean): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: none,
        scriptSrc: self,
        styleSrc: self,
        imgSrc: self,
        fontSrc: self,
        manifestSrc: self,
        connectSrc: self,
        frameSrc: self,
        formAction: self,
        frameAncestors: self,
        baseUri: none,
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: https,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginEmbedderPolicy: false,
  })

/** Nothing personal stays in a cache: what is not marked otherwise is not stored. */
export const keepNothing: RequestHandler = (_req, res, next) => {
  res.set('Cache-Control', 'no-store')
  next()
}
