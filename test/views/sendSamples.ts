import type { PageViews } from '../../src/pages/views.ts'
import { consultation, longText } from './samples.ts'

type SendViews = Pick<PageViews, 'send' | 'changed' | 'sent' | 'cover'>

const { post, email, form, document } = consultation
const file = { href: '/take/form.pdf', title: form.title, note: form.note!, size: '58 kB' }
const to = { address: email.address, note: email.note! }
const before = { version: 1, at: '21:13:58 on Monday 25 September 2017, UK time' }
const accepted = 'Accepted by MOPAC’s mail server (mx1.london.example) at 21:14:07'
/** A consent of its own. */
export const consent = 'I agree that The Campaign sends my response in my name. I know that MOPAC may publish it.'
/** Where a form goes by post and by hand. */
export const posted = {
  ...{ lines: post.lines, lastDay: 'Wednesday 4 October 2017', lastDayPassed: true, tooLate: true, workingDays: 2 },
  handIn: { lines: ['City Hall, front desk', 'Monday to Friday, 9am to 5pm'], source: 'Their letter of 1 September' },
}
/** What travels with a press of Send. */
export const press = { press: '0123456789abcdefghijkl', seen: 'a.b.c' }
const words = { to: email.address, subject: 'Response K7MQ2FTD', text: longText }
const step = { words: 'Saved here', at: '21:13:58', day: 'Monday 25 September 2017', note: null, server: null }

/** The steps of a version of each kind of end, at their longest. */
export const ways = {
  waiting: [
    { ...step, mark: 'done' as const, words: 'Confirmed your email address' },
    { ...step, mark: 'done' as const, day: null },
    {
      ...{ ...step, mark: 'now' as const, words: 'Waiting to be sent', at: null, day: null },
      note: 'Next try at 21:19:30.',
      server: '451 4.7.1 Greylisted, try again later',
    },
    { ...step, mark: 'next' as const, words: 'Accepted by MOPAC’s mail server', at: null, day: null },
  ],
  accepted: [
    { ...step, mark: 'done' as const },
    {
      ...{ ...step, mark: 'accepted' as const, at: null, day: null, server: '250 2.0.0 Ok: queued as 4F2A' },
      words: 'Accepted by MOPAC’s mail server (mx1.london.example) at 21:14:07',
    },
  ],
  failed: [
    { ...step, mark: 'done' as const },
    {
      ...{ ...step, mark: 'failed' as const, at: null, day: null },
      words: 'Not delivered: do this now',
      note: longText,
    },
  ],
}

export const fullSend: SendViews = {
  send: {
    ...{
      reference: 'K7MQ2FTD',
      marked: true,
      blanks: 'Question 2 is left blank.',
      done: { says: `Version 1: ${accepted}.`, enough: true },
      ways: 'three',
      to,
      words,
      post: posted,
    },
    ...{ download: file, file: 'form.pdf', print: '/take/form.pdf?print=yes' },
    ours: {
      ...{
        way: 'folder',
        from: 'respond@campaign.example',
        door: 'late',
        step: 'code',
        letter: 'held-up',
        email: 'a@b',
        code: '12345',
        next: 2,
      },
      ...{
        address: 'a.very.long.address.of.somebody@mail.dagenham.example',
        consent,
        agreed: true,
        before: { ...before, stands: accepted },
        ...press,
      },
    },
  },
  changed: {
    ...{ ...press, before, to: email.address, consent },
    questions: [
      { text: 'Do you agree?', before: ['No'], now: [] },
      { text: 'Officers and front counters: Why?', before: [], now: longText.split('\n') },
    ],
  },
  sent: {
    ...{
      reference: 'K7MQ2FTD',
      code: 'K7MQ-2FTD-9XRA',
      lead: 'You need do nothing more. Keep your reference.',
      changed: { version: 3, next: 4 },
      to,
      download: '/take/form.pdf',
      post: posted,
      says: 'Not delivered: do this now',
      left: '14 minutes left',
      remedy: 'Do this now',
    },
    own: 'You told us that you posted it, at 21:20:00 on Monday 25 September 2017, UK time.',
    versions: [
      {
        ...{
          version: 3,
          steps: ways.failed,
          remedy: 'now',
          copy: 'Your copy, to a@b.example: waiting to be sent.',
          replaced: null,
        },
        late: { onDevice: null, firstByte: '17:29:58 on Friday', committed: '17:30:04 on Friday' },
      },
      {
        version: 2,
        steps: ways.waiting,
        copy: null,
        late: null,
        remedy: 'safe',
        replaced: 'Version 3 is to replace it',
      },
      { version: 1, steps: ways.accepted, copy: null, late: null, remedy: null, replaced: 'Replaced by version 2' },
    ],
  },
  cover: {
    ...{ reference: 'K7MQ2FTD', document, name: 'Łukasz O’Brien', answers: 12, of: 17, note: form.note!, post: posted },
    pages: [
      { number: 1, says: 'questions 1 and 2 and “About you”' },
      { number: 2, says: 'nothing filled in' },
    ],
  },
}
