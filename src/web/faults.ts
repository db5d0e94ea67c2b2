import type { ErrorRequestHandler, Request, Response } from 'express'
import { typedIn } from '../pages/open.ts'
import type { PageOutcome } from '../pages/outcome.ts'
import { NotOnPaper } from '../pdf/seeing/released.ts'
import { CannotKeep } from '../responses/response.ts'
import { type Answering, answerWith } from './answer.ts'
import { keyIn } from './cookies.ts'
import { type Log, sayError } from './log.ts'
import { fieldsIn } from './pageRequest.ts'
import { refusalOf } from './refusals.ts'

type Typed = ReturnType<typeof typedIn>

const notOnPaper = (number: string, questions: string[], typed: Typed): PageOutcome => ({
  page: 'refused',
  status: 500,
  view: {
    heading: 'We could not make a form that we trust',
    text:
      'Your answers are saved. We read the finished form back and words were missing on its pages, so we did not give it out. ' +
      `It is about: ${questions.join('; ')}. Please tell us this number: ${number}.`,
    typed,
    back: { href: '/tasks', label: 'To all questions' },
  },
})

const newNumber = (): string => String(crypto.getRandomValues(new Uint32Array(1))[0]! % 1_000_000).padStart(6, '0')

const logFault = (log: Log, req: Request, error: { name?: string; code?: string } | undefined): string => {
  const fault = newNumber()
  log.error({ fault, route: req.route?.path, ...sayError(error) })
  return fault
}

const RETRY_AFTER: Record<number, string> = { 429: '900', 503: '60' }

const answerPage = (answering: Answering, req: Request, res: Response, page: PageOutcome): void => {
  const after = RETRY_AFTER[page.status ?? 200]
  if (after && !res.hasHeader('Retry-After')) res.set('Retry-After', after)
  res.set('Cache-Control', 'no-store')
  const asker = { now: res.locals.now as number, open: keyIn(req, answering.https) !== null }
  answerWith(answering)(req, res, page, asker)
}

const plainly = (number: string): string =>
  `Something went wrong here. It is our fault, not yours. What was saved before is still saved.\nPlease quote this number to us: ${number}\n`

const isLeaving = (error: { name?: string; code?: string } | undefined): boolean =>
  error?.name === 'AbortError' || error?.code === 'ECONNABORTED'

/**
 * The last stop of every request that failed: a page that says so, with a number to quote where the fault is ours.
 * Never throws: Express would show a stranger our stack. Where no page can be made, the number comes as plain text.
 */
export const setUpFaults =
  (answering: Answering, log: Log): ErrorRequestHandler =>
  (error, req, res, _next) => {
    req.resume()
    try {
      const refusal = refusalOf(error, req.path)
      if (res.closed && (refusal || isLeaving(error))) return
      if (res.headersSent) return void res.destroy()
      if (refusal) return answerPage(answering, req, res, refusal)
      const number = logFault(log, req, error)
      const typed = typedIn(answering.site, fieldsIn(req))
      const status = error instanceof CannotKeep ? 503 : 500
      const fault: PageOutcome = { page: 'fault', status, view: { number, typed } }
      answerPage(answering, req, res, error instanceof NotOnPaper ? notOnPaper(number, error.questions, typed) : fault)
    } catch (worse) {
      const number = logFault(log, req, worse as Error)
      if (res.headersSent) res.destroy()
      else res.status(500).type('text').end(plainly(number))
    }
  }
