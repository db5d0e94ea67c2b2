import type { PageViews } from '../../src/pages/views.ts'
import { consent, posted, press } from './sendSamples.ts'

type SendViews = Pick<PageViews, 'send' | 'changed' | 'sent' | 'cover'>

const nowhere = {
  ...posted,
  lines: ['City Hall', 'London'],
  lastDayPassed: false,
  tooLate: false,
  workingDays: 0,
  handIn: null,
}
const bareFile = { href: '/form.pdf', title: 'The form', note: null, size: '1 kB' }
const bareTo = { address: 'body@mopac.example', note: null }

export const emptySend: SendViews = {
  send: {
    ...{
      reference: 'K7MQ2FTD',
      marked: false,
      blanks: null,
      ours: null,
      done: null,
      ways: 'two',
      to: bareTo,
      post: nowhere,
    },
    ...{
      download: bareFile,
      file: 'form.pdf',
      print: '/form.pdf',
      words: { to: '', subject: 'Response', text: 'Words' },
    },
  },
  changed: { ...press, before: null, questions: [], to: 'body@mopac.example', consent },
  sent: {
    ...{ reference: 'K7MQ2FTD', versions: [], own: null, changed: null, to: bareTo, download: '/form.pdf' },
    ...{ post: nowhere, says: '', left: null, remedy: null, code: 'A', lead: null },
  },
  cover: { reference: 'K7MQ2FTD', document: 'D', name: null, pages: [], answers: 0, of: 0, note: null, post: nowhere },
}
