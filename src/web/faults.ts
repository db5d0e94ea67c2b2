import type { ErrorRequestHandler } from 'express'
import { MulterError } from 'multer'
import { comeBackPage, LARGEST_PDF } from '../pages/comeBack.ts'
import type { PageOutcome } from '../pages/outcome.ts'
import { NotOnPaper } from '../pages/released.ts'
import { type Answering, answerWith } from './answer.ts'
import { keyIn } from './cookies.ts'
import type { Log } from './log.ts'

const refused = (status: number, heading: string, text: string, back: string | null = null): PageOutcome => ({
  page: 'refused',
  status,
  view: { heading, text, typed: [], back },
})

const wrongFile = (status: number, text: string): PageOutcome => ({
  ...comeBackPage({ params: {}, query: {}, fields: {}, now: 0, key: null, response: null }),
  status,
  problems: [{ field: 'form', text }],
})

const ofUpload = ({ code }: MulterError): PageOutcome =>
  code === 'LIMIT_FILE_SIZE'
    ? wrongFile(413, `This file is larger than ${LARGEST_PDF.words}, so it is not the form that you downloaded here.`)
    : wrongFile(400, 'We could not read what was sent. Choose one PDF, the one that you downloaded here.')

const tooLarge = (path: string) =>
  refused(
    413,
    'That was more than we can take at once',
    'Nothing of it was saved. Go back with your browser’s Back button: your words still stand there. An answer may have 20,000 characters.',
    path,
  )

const tooManyTries = refused(
  429,
  'Please wait a little',
  'A great many requests came from here in a short time. Nothing is lost. Wait a quarter of an hour, then try again.',
)

/** What went wrong as a page in words, or null when it is a fault of ours. */
const pageFor = (error: { status?: number; tooMany?: boolean }, path: string): PageOutcome | null => {
  if (error.tooMany) return tooManyTries
  if (error instanceof MulterError) return ofUpload(error)
  if (error.status === 413) return tooLarge(path)
  if (error.status && error.status >= 400 && error.status < 500) {
    return refused(
      400,
      'We could not read that',
      'What the browser sent was cut off or damaged. Nothing was saved. Go back and try once more.',
    )
  }
  return null
}

const notOnPaper = (number: string): PageOutcome =>
  refused(
    500,
    'We could not make a form that we trust',
    `Your answers are saved. We read the finished form back and words were missing on its pages, so we did not give it out. Please tell us this number: ${number}.`,
    '/check',
  )

// An error's message may quote what somebody wrote; the places in the code cannot.
const framesOf = (error: unknown): string[] =>
  error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : []

const newNumber = (): string => String(crypto.getRandomValues(new Uint32Array(1))[0]! % 1_000_000).padStart(6, '0')

/** The last stop of every request that failed: a page that says so, with a number to quote where the fault is ours. */
export const setUpFaults =
  (answering: Answering, log: Log): ErrorRequestHandler =>
  (error, req, res, _next) => {
    if (res.headersSent) return void res.destroy()
    req.resume()
    const asker = { now: res.locals.now as number, open: keyIn(req, answering.https) !== null }
    const page = pageFor(error, req.path)
    if (page) return answerWith(answering)(req, res, page, asker)
    const number = newNumber()
    log.error({ fault: number, route: req.route?.path, name: error?.name, code: error?.code, frames: framesOf(error) })
    const said: PageOutcome =
      error instanceof NotOnPaper ? notOnPaper(number) : { page: 'fault', status: 500, view: { number } }
    return answerWith(answering)(req, res, said, asker)
  }
