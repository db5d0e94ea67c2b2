import type { PageViews } from '../pages/views.ts'
import type { Kind } from '../questionnaire/questionnaire.ts'

const pages: Record<keyof PageViews, true> = {
  start: true,
  begin: true,
  question: true,
  tasks: true,
  check: true,
  enlarged: true,
  take: true,
  save: true,
  'come-back': true,
  'go-on': true,
  brought: true,
  delete: true,
  deleted: true,
  privacy: true,
  'who-we-are': true,
  accessibility: true,
  'no-response': true,
  'not-found': true,
  refused: true,
  fault: true,
}

const kinds: Record<Kind, true> = { 'one-of': true, 'any-of': true, text: true, line: true }

/** The names of all page templates. */
export const pageNames = Object.keys(pages) as (keyof PageViews)[]

/** Every template that has to be there, as a name without `.hbs`: a page of each name, a question of each kind. */
export const neededTemplates = [
  ...pageNames.map((name) => `pages/${name}`),
  ...Object.keys(kinds).map((kind) => `questions/${kind}`),
]
