import type { Request, Response } from 'express'
import { type Answering, answerWith } from './answer.ts'
import { keyIn } from './cookies.ts'

/** The page for an address that is not ours. */
export const notFound =
  (answering: Answering) =>
  (req: Request, res: Response): void =>
    answerWith(answering)(
      req,
      res,
      { page: 'not-found', status: 404, view: {} },
      { now: res.locals.now, open: keyIn(req, answering.https) !== null },
    )

/** The page for a method that an address does not take. */
export const notAllowed =
  (answering: Answering, allowed: string) =>
  (req: Request, res: Response): void => {
    res.set('Allow', allowed)
    const text = 'This address does not take what the browser sent. Go to the start page and on from there.'
    const view = { heading: 'That does not work here', text, typed: [], back: null }
    answerWith(answering)(
      req,
      res,
      { page: 'refused', status: 405, view },
      { now: res.locals.now, open: keyIn(req, answering.https) !== null },
    )
  }
