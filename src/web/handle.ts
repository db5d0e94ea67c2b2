import type { Request, RequestHandler } from 'express'
import type { Clock } from '../clock.ts'
import { hasSent } from '../pages/hasSent.ts'
import type { Outcome, PageOutcome } from '../pages/outcome.ts'
import type { Controller } from '../pages/site.ts'
import { type Answering, answerWith } from './answer.ts'
import { pageRequestOf } from './pageRequest.ts'

/** The moment (ms, UTC, by the product's clock) when a request's head had been read. */
export const begunAt =
  (clock: Clock): RequestHandler =>
  (_req, res, next) => {
    res.locals.now = clock()
    next()
  }

/** Joins a controller to Express: the request as plain data in, its outcome as HTTP out. */
export const handle =
  (answering: Answering, controller: Controller, change = (outcome: Outcome): Outcome => outcome): RequestHandler =>
  async (req, res) => {
    const { now } = res.locals as { now: number }
    const request = await pageRequestOf(answering.site, req, now, answering.https)
    const outcome = change(await controller(answering.site, request))
    const { response } = request
    const sent = 'page' in outcome && response !== null && (await hasSent(answering.site, response))
    answerWith(answering)(req, res, outcome, { now, open: response !== null, sent })
  }

const OLD_PAGE = 'This page had been open for a long time, or in two windows, so nothing was saved just now. '

/** What is said over a page that came back, with what was typed, because its token was no longer good. */
export const AGAIN_TYPED = `${OLD_PAGE}Everything that you typed is still here: please press the button once more.`

/** The same where a file was chosen: a browser does not give that back. */
export const AGAIN_FILE = `${OLD_PAGE}Please choose the file again, and press the button once more.`

const asStale =
  (notice: string) =>
  (outcome: Outcome): Outcome =>
    'page' in outcome && outcome.page !== 'no-response' ? { ...outcome, status: 403, notice } : outcome

// A foreign page must not have its words, a ticked box or a fresh token put into a page of ours.
const isForeign = (req: Request): boolean => {
  const { origin, host } = req.headers
  const from = origin && URL.canParse(origin) ? new URL(origin).host : host
  return req.headers['sec-fetch-site'] === 'cross-site' || from !== host
}

const foreign: PageOutcome = {
  page: 'refused',
  status: 403,
  view: {
    heading: 'That came from another site',
    text: 'Another site tried to send something here in your name. Nothing was saved. Begin on this site itself.',
    typed: [],
    back: null,
  },
}

/** Lets a post through that brought a good token; gives any other its page back (403), as typed, with a fresh token. */
export const guard =
  (answering: Answering, again: Controller, notice: string): RequestHandler =>
  (req, res, next) => {
    if (answering.tokens.isGood(req)) return next()
    req.resume()
    if (isForeign(req))
      return answerWith(answering)(req, res, foreign, { now: res.locals.now, open: false, foreign: true })
    return handle(answering, again, asStale(notice))(req, res, next)
  }
