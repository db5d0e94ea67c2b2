import type { Hour } from '../../src/organisers/hours.ts'
import { chartOf } from '../../src/pages/organiserChart.ts'
import type { LedgerView } from '../../src/pages/organiserViews.ts'
import type { PageViews } from '../../src/pages/views.ts'

type OrganiserPages = Pick<
  PageViews,
  'organiser' | 'organiser-asked' | 'organiser-link' | 'organiser-ledger' | 'rehearsal-post'
>

const TEN = Date.UTC(2017, 8, 25, 9)
const hours = (kept: number): Hour[] =>
  Array.from({ length: 24 }, (_, at) => {
    const count = Math.round(kept * (0.5 + 0.5 * Math.sin(at / 3)))
    return { from: TEN - (23 - at) * 3_600_000, kept: count, taken: Math.max(0, count - 3) }
  })

const labels = [
  'responses with answers',
  'we send it',
  'accepted by MOPAC’s mail server',
  'waiting, or not known',
  'not delivered',
]
const numbers = (value: string) => [...labels, 'say they went another way'].map((label) => ({ label, value }))
const ways = ['we send it', 'from their own mailbox', 'by post', 'by hand']

const calm: LedgerView = {
  ...{ at: '10:00:07', left: '271 hours 30 minutes', done: null, ailments: [], hands: [], numbers: numbers('0') },
  ...{ taken: 'accepted by MOPAC’s mail server', chart: chartOf(hours(0), 'Europe/London'), oldest: null },
  ...{ ways: ways.map((label) => ({ label, value: '0' })), states: [], late: [] },
}

const row = {
  ...{ reference: 'K7MQ2FTD', version: 2, kept: '17:02:11 on 24 September', tried: '11 times, last at 09:58:40' },
  ...{ next: '10:02:10', told: '09:59:02' },
}

const busy: LedgerView = {
  ...{ ...calm, left: null, done: 'Back in line: 12.', numbers: numbers('12,204'), oldest: 'K7MQ2FTD, since 09:01:00' },
  chart: chartOf(hours(1840), 'Europe/London'),
  ailments: [
    'No mail gets out. The name or the password in SMTP_URL is not accepted by the mail server in SMTP_URL (mail.campaign.example, port 465).',
    'Nothing has gone round since 09:41:12: the process that sends letters is not there. Start it again.',
  ],
  hands: [
    {
      ...{ heading: '112 refused', meaning: 'The server said no for good.', rows: [row, row], more: 110 },
      theirs: true,
      words: `550 5.7.1 Message rejected as unsolicited ${'because of its content '.repeat(10)}`,
      again: { letters: ['d1', 'd2'], label: 'Try 100 again' },
      tell: { letters: ['d1', 'd2'], label: 'Tell 100 people' },
    },
    {
      heading: '1 waiting to be sent',
      meaning: 'Not taken yet.',
      rows: [{ ...row, version: 1, next: null, told: null }],
      more: 0,
      words: null,
      theirs: false,
      again: null,
      tell: { letters: ['d3'], label: 'Tell the person' },
    },
  ],
  ways: ways.map((label) => ({ label, value: '4,068' })),
  states: [...labels, 'may have arrived: we are asking again with the same message'].map((label) => ({
    label,
    value: '1,002',
  })),
  late: [
    {
      reference: 'K7MQ2FTD',
      version: 2,
      onDevice: '17:29:40',
      firstByte: '17:29:58',
      committed: '17:30:04',
      state: 'kept, not sent',
    },
    {
      reference: 'deleted',
      version: 1,
      onDevice: null,
      firstByte: '17:29:58',
      committed: '17:30:04',
      state: 'kept, not sent',
    },
  ],
}

const letter = {
  ...{
    at: '10:00:07',
    to: 'ann@mail.example',
    subject: 'Your code',
    text: 'Your code is\n\n    123 456\n',
    code: '123 456',
  },
  ...{
    link: 'http://127.0.0.1:3000/organiser/link/0123456789abcdefghijkl',
    state: 'written to a folder, sent to nobody',
  },
}

/** Organisers' pages with as little in them as there can be. */
export const emptyOrganiserViews: OrganiserPages = {
  organiser: { address: '', minutes: 15 },
  'organiser-asked': { minutes: 15 },
  'organiser-link': { action: '/organiser/link/a' },
  'organiser-ledger': calm,
  'rehearsal-post': { letters: [] },
}

/** The same with everything in them, at their longest. */
export const fullOrganiserViews: OrganiserPages = {
  organiser: { address: `${'ann.'.repeat(40)}lee@campaign.example`, minutes: 15 },
  'organiser-asked': { minutes: 15 },
  'organiser-link': { action: '/organiser/link/0123456789abcdefghijkl' },
  'organiser-ledger': busy,
  'rehearsal-post': { letters: [letter, { ...letter, code: null, link: null }] },
}
