import { comeBackPage, LARGEST_PDF } from '../pages/comeBack.ts'
import type { PageOutcome } from '../pages/outcome.ts'
import { Busy } from '../workers/line.ts'
import { WrongUpload } from './uploads.ts'

const refused = (status: number, heading: string, text: string, again: string | null = null): PageOutcome => ({
  page: 'refused',
  status,
  view: { heading, text, typed: [], back: again === null ? null : { href: again, label: 'Try again' } },
})

const wrongFile = ({ status }: WrongUpload): PageOutcome => {
  const text =
    status === 413
      ? `This file is larger than ${LARGEST_PDF.words}, so it is not the form that you downloaded here.`
      : 'We could not read what was sent. Choose one PDF, the one that you downloaded here.'
  return {
    ...comeBackPage({
      params: {},
      query: {},
      fields: {},
      now: 0,
      key: null,
      response: null,
      organiserKey: null,
      shiftKey: null,
      scanKey: null,
      pairingKey: null,
      asker: '',
    }),
    status,
    problems: [{ field: 'form', text }],
  }
}

const tooLarge = refused(
  413,
  'That was more than we can take at once',
  'Nothing of it was saved. Go back with your browser’s Back button: your words still stand there. An answer may have 20,000 characters.',
)

const tooManyTries = (minutes: number) =>
  refused(
    429,
    'Please wait a little',
    'A great many requests came from here in a short time, so this one was not taken. What was saved before is still saved. ' +
      `Wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`}, go back with your browser’s Back button, and try again.`,
  )

const unreadable = refused(
  400,
  'We could not read that',
  'What the browser sent was cut off or damaged. Nothing was saved. Go back and try once more.',
)

/** What was wrong with a request, or that there are too many just now, as a page in words; null for a fault of ours. */
export const refusalOf = (
  error: { status?: number; tooManyFor?: number } | undefined,
  path: string,
): PageOutcome | null => {
  if (error instanceof Busy) return refused(503, 'Please try again in a minute', error.message, path)
  if (error instanceof WrongUpload) return wrongFile(error)
  if (error?.tooManyFor) return tooManyTries(error.tooManyFor)
  const status = error?.status ?? 500
  if (status === 404) return { page: 'not-found', status, view: {} }
  if (status === 413) return tooLarge
  return status >= 400 && status < 500 ? unreadable : null
}
