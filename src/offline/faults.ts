import { typedIn } from '../pages/open.ts'
import type { PageOutcome } from '../pages/outcome.ts'
import type { PageRequest } from '../pages/request.ts'
import type { Site } from '../pages/site.ts'
import { NotOnPaper } from '../pdf/seeing/released.ts'

const refused = (
  heading: string,
  text: string,
  typed: { label: string; text: string }[],
  back: string,
): PageOutcome => ({
  page: 'refused',
  status: 503,
  view: { heading, text, typed, back: { href: back, label: 'Go back' } },
})

const FULL =
  'This tablet has no room left, so nothing was saved just now; what was saved before is still here. ' +
  'Bring it to a place with signal, so that what waits on it can go up, then try again.'

const FAULT = 'Something went wrong on this tablet. It is our fault, not yours. What was saved before is still saved.'

const isFull = (error: unknown): boolean => error instanceof DOMException && error.name === 'QuotaExceededError'

/** What is said where a tablet could not do what it was asked, with every word that was typed. */
export const faultOn = (site: Site, request: PageRequest | null, error: unknown): PageOutcome => {
  const typed = request ? typedIn(site, request.fields) : []
  if (isFull(error)) return refused('This tablet is full', FULL, typed, '/stall')
  if (error instanceof NotOnPaper) {
    const about = `It is about: ${error.questions.join('; ')}.`
    return refused('We could not make a form that we trust', `The answers are saved. ${about}`, typed, '/tasks')
  }
  return refused('Something went wrong', FAULT, typed, '/stall')
}

/** What is said where a page of the server is wanted and there is no signal. */
export const noSignalPage = refused(
  'No signal just now',
  'This page needs a signal. What was finished on this tablet is kept, and goes up by itself once there is one.',
  [],
  '/stall',
)

/** What is said of a method that an address of the tablet does not take. */
export const notAllowedPage: PageOutcome = {
  page: 'refused',
  status: 405,
  view: {
    heading: 'That does not work here',
    text: 'This address does not take what the browser sent.',
    typed: [],
    back: { href: '/stall', label: 'To the stall’s page' },
  },
}
