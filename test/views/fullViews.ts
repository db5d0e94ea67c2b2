import type { AnswerView } from '../../src/pages/answerViews.ts'
import type { PageViews } from '../../src/pages/views.ts'
import { fullDeskViews } from './deskViews.ts'
import { fullOrganiserViews } from './organiserViews.ts'
import { asQuestion, consultation, longText, pages } from './samples.ts'
import { fullSend } from './sendSamples.ts'
import { fullStallViews } from './stallViews.ts'
import { fullTrayViews } from './trayViews.ts'

const { facts, lead, proposal, decides, minutes, chart, decision, form } = consultation
const page = pages.find(({ id }) => id === 'q4')!
const holder = { name: 'Dagenham Station Campaign, care of Jon Cruddas MP', contact: 'answers@dagenham.example' }
const until = 'Saturday 6 January 2018'
const consent = `I agree that ${holder.name} may keep what I write here, which may show my political opinions, so that I can make my response to MOPAC. Nothing is sent until I send it myself.`
const link = (title: string) => ({
  title,
  address: 'https://www.london.gov.uk/public-access',
  dated: '',
  note: 'A note.',
})
const file = { href: '/form.pdf', title: form.title, note: form.note!, size: '58 kB' }

const answers: AnswerView[] = page.questions.map(({ text, number }, index) => ({
  text,
  about: `Officers and front counters: ${text}`,
  number: number ?? null,
  lines: index === 0 ? ['No'] : longText.split('\n'),
  change: '/questions/q4?return=check',
  blank: false,
}))
const blank: AnswerView = {
  text: 'Your postcode',
  about: 'About you: Your postcode',
  number: null,
  lines: [],
  change: '/questions/about-you',
  blank: true,
}

const steps = pages.map((_, index) => ({ done: index < 3, here: index === 3 }))

const bars = chart!.bars.map((bar) => ({ ...bar, ours: bar.ours ?? false, share: bar.value / 5.3 }))

const pictures = [1, 2, 3, 4].map((n) => ({
  src: `/form/page-${n}.png`,
  enlarge: `/check/pages/${n}`,
  alt: `Page ${n} of 4 of your form`,
  words: `4. Do you agree that it is right …\n${longText}`,
  width: 595,
  height: 842,
}))

/** A view for each page with everything in it, at its longest. */
export const fullViews: PageViews = {
  ...fullStallViews,
  ...fullDeskViews,
  ...fullTrayViews,
  start: {
    ...{ lead, proposal, decides, minutes, facts, blank: file },
    chart: { ...chart!, rows: bars },
    links: { document: link('The document'), page: link('The page'), petition: link('The petition') },
    decision: decision!,
    bothSides: true,
  },
  begin: { consent, agreed: true, holder, until },
  question: {
    ...{ id: page.id, title: page.title, action: '/questions/q4', back: '/questions/q3', skip: '/questions/q5' },
    ...{ prompts: page.prompts, facts: page.facts, premise: page.premise!, returnTo: 'check', seen: 'x' },
    elsewhere: [{ text: 'Why?', lines: [longText] }],
    position: { at: 4, of: 8, steps },
    questions: [
      asQuestion(page.questions[0]!, 'no', 'Choose only one answer here.'),
      asQuestion(page.questions[1]!, longText, 'This can hold 20,000 characters. Please take out 1,204.'),
      { ...asQuestion({ ...page.questions[0]!, id: 'several', hint: 'A hint.' }, 'no'), kind: 'any-of' } as never,
      asQuestion(pages.at(-1)!.questions[0]!, 'Łukasz O’Brien', 'This can hold 300 characters.'),
    ],
  },
  tasks: {
    tasks: pages.map(({ id, title, questions }, index) => ({
      ...{ href: `/questions/${id}`, title, number: questions[0]!.number ?? null },
      state: index < 3 ? 'done' : index === 3 ? 'started' : 'not started',
    })),
    ...{ done: 3, of: 8, ready: true, sent: true, changed: { version: 1, next: 2 } },
    next: { href: '/questions/q4', label: 'Go on with question 4' },
  },
  check: {
    sections: [
      { title: page.title, href: '/questions/q4', answers },
      { title: 'About you', href: '/questions/about-you', answers: [blank] },
    ],
    ...{ blanks: 'Questions 2 and 5 and “About you” are left blank.', ready: true },
    leftOvers: [
      {
        id: 'q9',
        about: 'A question that is asked no more (q9)',
        lines: ['Said to an older question.', 'On two lines.'],
        change: null,
      },
      { id: 'q4', about: 'Do you agree?', lines: ['perhaps'], change: '/questions/q4?return=check#q4' },
    ],
    ...{ unprintable: [{ characters: ['🐝', 'ꙮ'], href: '/questions/q4', title: page.title }], pictures },
    ...{ note: form.note!, changed: { version: 1, next: 2 } },
    onwards: { href: '/handover', label: 'I have finished', post: true },
  },
  enlarged: { number: 2, of: 4, src: '/check/pages/2.png', before: '/check/pages/1', after: '/check/pages/3' },
  ...fullSend,
  save: {
    site: 'respond.example.org',
    link: 'https://dagenham.example/r/0123456789abcdefghijkl',
    ...{ code: 'K7MQ-2FTD-9XRA', reference: 'K7MQ2FTD', marked: true, until, print: true },
  },
  'come-back': { code: 'K7MQ 2FTD', maximum: '8 MB' },
  'go-on': { action: '/r/0123456789abcdefghijkl' },
  brought: {
    answers: [
      { ...answers[0]!, id: 'q4', raw: ['no'], saved: ['Yes'], use: 'saved', problem: null },
      { ...answers[1]!, id: 'q4-reasons', raw: [longText], saved: null, use: null, problem: 'Please take out 12.' },
      { ...blank, id: 'postcode', raw: [], saved: null, use: null, problem: null },
    ],
    ...{ needsConsent: true, consent },
  },
  delete: { reference: 'K7MQ2FTD', sent: true },
  deleted: {},
  privacy: { holder, until, daysAfterLastChange: 92, backupDays: 14, consent, sendConsent: consent },
  'who-we-are': { holder, campaign: link('The campaign'), bothSides: true },
  accessibility: { holder },
  'no-response': { typed: [{ label: 'Why? In your own words.', text: longText }] },
  ...fullOrganiserViews,
  'not-found': {},
  refused: {
    ...{
      heading: 'That was more than we can take',
      text: 'Your words are below.',
      back: { href: '/questions/q4', label: 'Try again' },
    },
    typed: [{ label: 'Why? In your own words.', text: longText }],
  },
  fault: { number: '9XRA-2FTD', typed: [] },
}
