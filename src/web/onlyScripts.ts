import type { Request, RequestHandler } from 'express'

// A browser that is too old to say what it fetches for still says that it would like a page.
const isForScript = (req: Request): boolean => {
  const dest = req.get('sec-fetch-dest')
  return dest === undefined ? !/\btext\/html\b/.test(req.get('accept') ?? '') : dest === 'empty'
}

/** Lets through what a script asks for; whoever opens the address as a page, a frame or a picture finds none there. */
export const onlyScripts: RequestHandler = (req, _res, next) => next(isForScript(req) ? undefined : 'router')
