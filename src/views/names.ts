import type { LetterKind } from '../delivery/delivery.ts'
import type { PageViews } from '../pages/views.ts'
import type { Kind } from '../questionnaire/questionnaire.ts'

const pages: Record<keyof PageViews, true> = {
  start: true,
  begin: true,
  question: true,
  tasks: true,
  check: true,
  enlarged: true,
  send: true,
  changed: true,
  sent: true,
  cover: true,
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
  organiser: true,
  'organiser-asked': true,
  'organiser-link': true,
  'organiser-ledger': true,
  'organiser-stalls': true,
  'organiser-stall': true,
  'organiser-revoke': true,
  'organiser-came-in': true,
  'organiser-poster': true,
  'organiser-cards': true,
  'pair-tablet': true,
  'getting-ready': true,
  shift: true,
  hello: true,
  handover: true,
  'to-phone': true,
  'on-phone': true,
  emptied: true,
  tray: true,
  'tray-run': true,
  day: true,
  'rehearsal-post': true,
  'not-found': true,
  refused: true,
  fault: true,
}

const kinds: Record<Kind, true> = { 'one-of': true, 'any-of': true, text: true, line: true }

const letters: Record<LetterKind, true> = {
  response: true,
  copy: true,
  code: true,
  'not-accepted': true,
  refused: true,
  bounced: true,
  'gone-after-all': true,
  late: true,
  'organiser-link': true,
  alarm: true,
  tablets: true,
}

/** The names of all page templates. */
export const pageNames = Object.keys(pages) as (keyof PageViews)[]

/** Every letter there is. */
export const letterKinds = Object.keys(letters) as LetterKind[]

const partsOf = (kind: LetterKind) => ['subject', 'text', 'html'].map((part) => `letters/${kind}.${part}`)

/** Every template that has to be there, without `.hbs`: a page of each name, a question of each kind, a letter in its three parts. */
export const neededTemplates = [
  ...pageNames.map((name) => `pages/${name}`),
  ...Object.keys(kinds).map((kind) => `questions/${kind}`),
  ...letterKinds.flatMap(partsOf),
]
