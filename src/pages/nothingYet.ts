import type { PageOutcome } from './outcome.ts'
import type { Site } from './site.ts'

/** The page for one who wants to take or keep something before the first answer is saved. */
export const nothingYet = ({ consultation }: Site): PageOutcome => ({
  page: 'refused',
  status: 409,
  view: {
    heading: 'Answer one question first',
    text: 'Nothing is saved yet. After your first Continue there is a form to take along, and a code to come back with.',
    typed: [],
    back: { href: `/questions/${consultation.questionnaire.pages[0]?.id}`, label: 'To the first question' },
  },
})
