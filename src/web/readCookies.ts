import cookieParser from 'cookie-parser'
import { type RequestHandler, Router } from 'express'

// The parser reads `j:…` as JSON; nothing of ours looks like that, and what takes a cookie for text would stumble over it.
const onlyText: RequestHandler = (req, _res, next) => {
  const texts = Object.entries(req.cookies).filter(([, value]) => typeof value === 'string')
  req.cookies = Object.fromEntries(texts)
  next()
}

/** The cookies of a request, every one of them a text. */
export const readCookies = (): Router => Router().use(cookieParser(), onlyText)
