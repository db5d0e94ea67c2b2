import type { PageViews } from '../../src/pages/views.ts'
import { emptySend } from './bareSendSamples.ts'
import { emptyDeskViews } from './deskViews.ts'
import { emptyOrganiserViews } from './organiserViews.ts'
import { asQuestion, pages } from './samples.ts'
import { emptyStallViews } from './stallViews.ts'
import { emptyTrayViews } from './trayViews.ts'

const holder = { name: 'The holder', contact: 'holder@dagenham.example' }
const file = { href: '/form.pdf', title: 'The form', note: null, size: '1 kB' }
const link = (title: string) => ({ title, address: null, dated: '' })

const onwards = { href: '/send', label: 'Send it', post: false }

/** A view for each page with as little in it as there can be. */
export const emptyViews: PageViews = {
  start: {
    ...{
      lead: 'They ask.',
      proposal: [],
      decides: [],
      minutes: 1,
      facts: [],
      chart: null,
      blank: file,
      decision: null,
      bothSides: false,
    },
    links: { document: link('The document'), page: link('The page'), petition: null },
  },
  begin: { consent: 'I agree.', agreed: false, holder, until: 'Saturday 6 January 2018' },
  question: {
    ...{ id: 'q4', title: 'Counters', action: '/questions/q4', back: '/tasks', skip: '/check' },
    position: { at: 1, of: 1, steps: [{ done: false, here: true }] },
    questions: pages.flatMap((page) => page.questions.map((question) => asQuestion(question))),
    ...{ prompts: [], facts: [], premise: null, returnTo: null, seen: 'x', elsewhere: [] },
  },
  tasks: { tasks: [], done: 0, of: 0, next: null, ready: false, sent: false, changed: null },
  check: {
    sections: [],
    blanks: null,
    ready: false,
    unprintable: [],
    leftOvers: [],
    pictures: [],
    note: null,
    changed: null,
    onwards,
  },
  enlarged: { number: 1, of: 1, src: '/check/pages/1.png', before: null, after: null },
  ...emptySend,
  ...emptyStallViews,
  ...emptyDeskViews,
  ...emptyTrayViews,
  save: {
    site: 'respond.example.org',
    link: 'https://dagenham.example/a',
    code: 'A',
    marked: false,
    reference: 'B',
    until: 'Saturday',
    print: false,
  },
  'come-back': { code: '', maximum: '8 MB' },
  'go-on': { action: '/r/a' },
  brought: { answers: [], needsConsent: false, consent: 'I agree.' },
  delete: { reference: null, sent: false },
  deleted: {},
  privacy: {
    holder,
    until: 'Saturday',
    daysAfterLastChange: 1,
    backupDays: 0,
    consent: 'I agree.',
    sendConsent: 'I agree.',
  },
  'who-we-are': { holder, campaign: null, bothSides: false },
  accessibility: { holder },
  'no-response': { typed: [] },
  ...emptyOrganiserViews,
  'not-found': {},
  refused: { heading: 'No', text: 'Not so.', typed: [], back: null },
  fault: { number: '1', typed: [] },
}
