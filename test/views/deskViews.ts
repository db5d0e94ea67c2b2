import type { PageViews } from '../../src/pages/views.ts'

type DeskPages = Pick<
  PageViews,
  | 'pair-tablet'
  | 'getting-ready'
  | 'organiser-stalls'
  | 'organiser-stall'
  | 'organiser-revoke'
  | 'organiser-came-in'
  | 'organiser-poster'
  | 'organiser-cards'
>

const qr = { size: 29, path: 'M4 4h7v1h-7z' }
const links = { self: '/organiser/stalls/s', poster: '/organiser/stalls/s/poster', cards: '/organiser/stalls/s/cards' }
const holder = { name: 'Dagenham Station Campaign, care of Jon Cruddas MP', contact: 'answers@dagenham.example' }
const stall = {
  name: 'Heathway, outside the library, by the bus stop',
  place: 'Heathway Shopping Centre, 23 The Heathway, Dagenham, RM10 8RE',
  day: 'Saturday 30 September 2017',
}

const action = '/stall/pair/AAAAAAAAAAAAAAAAAAAAAA'

/** A view for each page by which organisers and volunteers set a stall up, with as little in it as there can be. */
export const emptyDeskViews: DeskPages = {
  'pair-tablet': { action },
  'getting-ready': { shift: null },
  'organiser-stalls': { stalls: [], misfits: [], form: { name: '', place: '', day: '', cards: '', most: 30 } },
  'organiser-stall': {
    ...{ name: 'S', place: 'P', day: 'Saturday', done: null, over: 'You closed it.', closed: true, unprinted: 0 },
    ...{ late: 0, olders: [] },
    ...{ misfits: [], cards: [], links, more: false },
  },
  'organiser-revoke': { id: 'a', number: 1, stall: 'S', says: 'Not used yet.', waits: null, self: links.self },
  'organiser-came-in': { stall: 'S', self: links.self, rows: [] },
  'organiser-poster': {
    ...{ qr, site: 'a.example', lead: 'They ask.', minutes: 1, place: 'P', day: 'Saturday' },
    ...{ holder: { name: 'H', contact: 'h@a.example' }, back: '/organiser/stalls/s' },
  },
  'organiser-cards': { stall: 'S', place: 'P', day: 'Saturday', cards: [], back: '/organiser/stalls/s' },
}

const misfits = [
  { reference: 'K7MQ-2FTD', from: 'card 12', at: '09:41:12 on 30 September' },
  { reference: 'AAAA-1111', from: 'a tablet that nobody knows', at: '10:02:10' },
]

/** The same with everything in it, at its longest. */
export const fullDeskViews: DeskPages = {
  'pair-tablet': { action },
  'getting-ready': {
    shift: { stall: 'Heathway, outside the library', place: 'Heathway Shopping Centre, Dagenham', card: 12 },
  },
  'organiser-stalls': {
    stalls: ['1', '2'].map((id) => ({
      ...{ ...stall, href: `/organiser/stalls/${id}` },
      says: '12 cards, 11 paired, 143 waiting on tablets. Over.',
    })),
    misfits,
    form: { name: stall.name, place: stall.place, day: '2017-09-30', cards: '30', most: 30 },
  },
  'organiser-stall': {
    ...{ ...stall, done: 'One more card was made. Print it.', closed: false, unprinted: 57, links, more: true },
    ...{ late: 2, olders: ['CCCC1111', 'DDDD1111'] },
    over: 'The day of this stall is over, so nobody begins here any more.',
    misfits,
    cards: [
      { id: 'a', number: 1, state: 'unused', says: 'Not used yet.', unsent: null, clock: null },
      {
        ...{ id: 'b', number: 2, state: 'paired', says: 'Paired, last heard of at 09:41:12 on 30 September.' },
        unsent: '143 finished responses wait on it.',
        clock: 'Its clock is 24 hours ahead. We go by ours, so nothing is lost; please set it right.',
      },
      {
        ...{ id: 'c', number: 3, state: 'revoked', says: 'Revoked at 10:02:10: it opens nothing any more.' },
        ...{ unsent: '2 finished responses wait on it: only a rescue file brings them now.', clock: null },
      },
    ],
  },
  'organiser-revoke': {
    ...{ id: 'b', number: 12, stall: stall.name, says: 'Paired, last heard of at 09:41:12 on 30 September.' },
    ...{ waits: 'When it was last heard of, 143 finished responses waited on its tablet.', self: links.self },
  },
  'organiser-came-in': {
    ...{ stall: stall.name, self: links.self },
    rows: [
      {
        ...{ reference: 'K7MQ-2FTD', card: 12, state: 'late, printed 09:42:01 on 30 September' },
        ...{ finished: '17:29:07 on 29 September', onDevice: '17:29:11 on 30 September' },
        ...{ firstByte: '09:41:12 on 30 September', kept: '09:41:13 on 30 September' },
      },
      {
        ...{ reference: 'AAAA-1111', card: 1, state: 'fits no form of today', kept: '10:02:10' },
        ...{ finished: null, onDevice: null, firstByte: null },
      },
    ],
  },
  'organiser-poster': {
    ...{ qr, site: 'respond-to-the-consultation.dagenham.example', minutes: 8, holder, back: '/organiser/stalls/s' },
    ...{ place: stall.place, day: stall.day },
    lead: 'MOPAC proposes to close Dagenham Police Station, on Rainham Road South. Before it decides, it asks what you think.',
  },
  'organiser-cards': {
    ...{ stall: stall.name, place: stall.place, day: stall.day, back: '/organiser/stalls/s' },
    cards: [1, 2, 12].map((number) => ({ number, qr })),
  },
}
