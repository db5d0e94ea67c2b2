import type { PageViews } from '../../src/pages/views.ts'

type StallPages = Pick<PageViews, 'shift' | 'hello' | 'handover' | 'to-phone' | 'on-phone' | 'emptied'>

const holder = { name: 'The holder', contact: 'holder@dagenham.example' }
const sizes = [
  { id: 'normal' as const, label: 'Like this', chosen: true },
  { id: 'large' as const, label: 'Larger', chosen: false },
  { id: 'largest' as const, label: 'Largest', chosen: false },
]
const qr = { size: 29, path: 'M4 4h7v1h-7z' }

/** A view for each page of a tablet with as little in it as there can be. */
export const emptyStallViews: StallPages = {
  shift: { stall: 'S', place: 'P', card: 1, signal: false, waiting: 0, tray: null, closed: false, troubles: [] },
  hello: {
    ...{ consent: 'I agree.', agreed: false, holder, until: 'Saturday', minutes: { whole: 1, quick: null } },
    ...{ sizes, assisted: false, quick: false },
  },
  handover: {
    ...{ reference: 'B', blanks: null, signal: false, unprintable: null, mail: false, door: 'closed', file: 'b.pdf' },
    ...{ yes: 'Yes.', agreed: false },
  },
  'to-phone': { signal: false, back: '/check' },
  'on-phone': { qr, link: 'https://dagenham.example/r/a', sent: false },
  emptied: { why: 'left', became: null, waiting: 0 },
}

/** A view for each page of a tablet with everything in it, at its longest. */
export const fullStallViews: StallPages = {
  shift: {
    ...{ stall: 'Heathway, outside the library', place: 'Heathway Shopping Centre, Dagenham', card: 12, signal: true },
    ...{ waiting: 143, tray: 57, closed: true },
    troubles: [
      'This tablet’s clock is a day ahead. We go by the server’s clock, so nothing is lost; please set it right.',
      'This tablet is nearly full. Bring it to a place with signal before anybody else begins.',
    ],
  },
  hello: {
    ...{ consent: 'I agree that the holder may keep what I write here, which may show my political opinions.' },
    ...{ agreed: true, holder, until: 'Saturday 6 January 2018', minutes: { whole: 8, quick: 3 } },
    ...{ sizes, assisted: true, quick: true },
  },
  handover: {
    ...{ reference: 'K7MQ2FTD', blanks: 'Questions 1, 2 and 7 are left blank.', signal: true, mail: true },
    ...{ unprintable: 'The form’s letters do not include 😀. Your words are kept.', door: 'late' },
    ...{ file: 'mopac-2017-K7MQ2FTD.pdf', yes: 'I agree that this is sent.', agreed: true },
  },
  'to-phone': { signal: true, back: '/questions/q4' },
  'on-phone': { qr, link: 'https://dagenham.example/r/AAAAAAAAAAAAAAAAAAAAAA', sent: true },
  emptied: { why: 'idle', became: 'tray', waiting: 143 },
}
