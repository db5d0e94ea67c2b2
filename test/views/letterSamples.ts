import type { LetterViews } from '../../src/delivery/letterViews.ts'
import { sayAnswers } from '../../src/delivery/sayAnswers.ts'
import { questionnaire } from '../../src/questionnaire/questionnaire.ts'
import { consultation, longText, pack } from './samples.ts'

const { title, document, body, email, post } = consultation

const frame = {
  campaign: title,
  document,
  body,
  closing: { day: 'Friday 6 October 2017', time: '5:30pm, UK time', left: '14 minutes left', passed: false },
  site: 'https://respond.example.org',
  holder: { name: 'Dagenham Station Campaign, care of Jon Cruddas MP', contact: 'answers@dagenham.example' },
}

const version = {
  reference: 'K7MQ2FTD',
  version: 2,
  name: 'Łukasz O’Brien',
  times: {
    onDevice: '17:29:41 on Friday 6 October 2017, UK time',
    firstByte: '17:29:58 on Friday 6 October 2017, UK time',
    committed: '17:30:04 on Friday 6 October 2017, UK time',
  },
}

const sections = sayAnswers(questionnaire.parse(pack('questionnaire.json')), {
  q1: 'no',
  'q4-reasons': longText,
  name: 'Łukasz O’Brien',
})
const form = {
  file: 'mopac-2017-response-K7MQ2FTD.pdf',
  note: 'Layout reconstructed from the published questions; not MOPAC’s own file.',
}
const ways = {
  email: { address: email.address, note: email.note! },
  post: { lines: post.lines, lastDay: 'Wednesday 4 October 2017', lastDayPassed: true, tooLate: false },
  handIn: { lines: ['City Hall, front desk', '9am to 5pm'], source: 'Their letter of 1 September' },
  mayComeBack: false,
}
const replaces = { version: 1, at: '09:02:11 on Monday 25 September 2017, UK time' }
const vouched = { by: 'card 12', at: '11:40:00 on Saturday 30 September 2017, UK time' }
const tablet = {
  ...{ stall: 'Heathway, outside the library', card: 12, unsent: 1 },
  heard: '15:02:11 on Friday 6 October 2017, UK time',
}
const assisted = 'Heathway, outside the library, card 12'
const givenBack = { ...frame, ...version, sections, form, ways, to: email.address }
const words = '550 5.1.1 No such user here'

/** A view for each letter with everything in it, at its longest. */
export const fullLetters: LetterViews = {
  response: {
    ...frame,
    ...version,
    address: 'lukasz@mail.example',
    replaces,
    vouched,
    ...{ assisted, late: true, sections, form },
  },
  copy: {
    ...frame,
    ...version,
    to: email.address,
    way: 'mx',
    state: null,
    ...{ assisted, late: true, replaces, sections, form },
  },
  code: { ...frame, code: '042917', minutes: 10 },
  'not-accepted': {
    ...givenBack,
    words: '451 4.7.1 Greylisted, try again later',
    theirs: true,
    ...{ unknown: true, trying: true, answered: true },
  },
  refused: { ...givenBack, words, theirs: true, unknown: true, byBody: true },
  bounced: { ...givenBack, words, theirs: true },
  'gone-after-all': {
    ...{ ...frame, ...version, to: email.address },
    state: 'accepted by MOPAC’s mail server (mx1.london.example) at 17:24:07',
  },
  late: { ...givenBack, sent: true },
  'organiser-link': { ...frame, link: 'https://respond.example.org/organiser/in/0123456789abcdefghijkl', minutes: 15 },
  alarm: { ...frame, waiting: 12, unknown: 2, notDelivered: 3, accepted: 1687, oldestMinutes: 41 },
  tablets: { ...frame, unsent: 144, misfits: 2, tablets: [{ ...tablet, unsent: 143 }, tablet] },
}

const closed = { ...frame, closing: { ...frame.closing, left: null, passed: true } }
const bare = {
  ...{ reference: 'K7MQ2FTD', version: 1, name: null, sections: [], form: null },
  times: { ...version.times, onDevice: null },
}
const nothing = {
  ...{ ...closed, ...bare, to: email.address },
  ways: { ...ways, email: { ...ways.email, note: null }, handIn: null },
}

const silence = { words: null, theirs: false }

/** A view for each letter with as little in it as there can be, after the closing. */
export const emptyLetters: LetterViews = {
  response: { ...closed, ...bare, address: null, replaces: null, vouched: null, assisted: null, late: false },
  copy: {
    ...closed,
    ...bare,
    to: email.address,
    way: 'folder',
    state: null,
    ...{ assisted: null, late: false, replaces: null },
  },
  code: fullLetters.code,
  'not-accepted': { ...nothing, ...silence, ...{ unknown: false, trying: false, answered: false } },
  refused: { ...nothing, ...silence, unknown: false, byBody: false },
  bounced: { ...nothing, ...silence },
  'gone-after-all': { ...closed, ...bare, to: email.address, state: 'handed to our mail carrier at 17:24:07' },
  late: { ...nothing, sent: false },
  'organiser-link': fullLetters['organiser-link'],
  alarm: { ...closed, waiting: 0, unknown: 0, notDelivered: 0, accepted: 0, oldestMinutes: null },
  tablets: { ...closed, unsent: 0, misfits: 1, tablets: [] },
}
