import type { CameInWords } from '../stall/cameInWords.ts'
import type { QrView } from './stallViews.ts'

/** A brought response that answers what is no longer asked: its reference, from which tablet, and when it came. */
export type MisfitView = { reference: string; from: string; at: string }

/** The organisers' stalls, and the form that makes one, with what was typed. */
export type StallsView = {
  stalls: { href: string; name: string; place: string; day: string; says: string }[]
  /** Those that came from tablets that nobody knows. */
  misfits: MisfitView[]
  form: { name: string; place: string; day: string; cards: string; most: number }
}

/** One card of a stall: how it and its tablet are, in sentences. */
export type CardView = {
  id: string
  number: number
  state: 'unused' | 'paired' | 'revoked'
  says: string
  /** "4 wait on the tablet", or null. */
  unsent: string | null
  /** What is wrong with the tablet's clock, in a sentence, or null. */
  clock: string | null
}

/** One stall for its organiser: cards and tablets, nobody's answers. */
export type StallView = {
  name: string
  place: string
  day: string
  done: string | null
  /** Why nobody begins here any more, in a sentence; null while people may. */
  over: string | null
  closed: boolean
  /** Responses in the tray that were not printed: closing empties it for good, and what comes later lies there. */
  unprinted: number
  /** Those of them that came after the consultation's closing: they went nowhere. */
  late: number
  misfits: MisfitView[]
  /** Those that were asked with another form than today's, by reference. */
  olders: string[]
  cards: CardView[]
  links: { self: string; poster: string; cards: string }
  /** True where another card may be made. */
  more: boolean
}

/** The question whether a card is to be revoked; `waits` says what is known to wait on its tablet, null where it has none. */
export type RevokeView = { id: string; number: number; stall: string; says: string; waits: string | null; self: string }

/** What a stall's tablets brought, by reference and time. */
export type CameInView = {
  stall: string
  self: string
  rows: (CameInWords & { reference: string; card: number | null })[]
}

/** A poster for a stall: an address for residents' own phones, what it is about, and until when. */
export type PosterView = {
  qr: QrView
  /** The address as one types it. */
  site: string
  lead: string
  minutes: number
  place: string
  day: string
  holder: { name: string; contact: string }
  back: string
}

/** A stall's cards that were not used yet, to print, cut and hand out. */
export type CardsView = {
  stall: string
  place: string
  day: string
  cards: { number: number; qr: QrView }[]
  back: string
}
