import type { CarrierKind } from '../delivery/delivery.ts'
import type { FormFileView } from './viewParts.ts'

/** What travels with a press of Send: its key, and a print of the answers that it stands for. */
export type PressView = { press: string; seen: string }

/** "We send it", step by step; everything that was typed is kept. */
export type OursView = PressView & {
  way: CarrierKind
  /** The campaign's own address, which the letter comes from. */
  from: string
  /** `closed`: not taken any more; `late`: taken, and sent as late. */
  door: 'open' | 'late' | 'closed'
  /** An address is asked for, a code was sent to it, it is proved, or Send was pressed for these very answers. */
  step: 'address' | 'code' | 'proved' | 'sent'
  email: string
  /** Where the letter with the code is, while one is asked for; `held-up`: our mail does not get through just now. */
  letter: 'sent' | 'on-its-way' | 'held-up'
  /** The address that a code was sent to. */
  address: string | null
  code: string
  consent: string
  agreed: boolean
  /** The version that this one would replace, or that says the same, with when it was kept and where it stands. */
  before: { version: number; at: string; stands: string } | null
  /** The version that Send would make. */
  next: number
}

/** The version that the answers have changed since, and the one that Send would make now; null where there is none. */
export type ChangedSinceView = { version: number; next: number } | null

export type PostView = {
  lines: string[]
  lastDay: string
  lastDayPassed: boolean
  /** True on the closing day itself, past the last safe one. */
  tooLate: boolean
  workingDays: number
  handIn: { lines: string[]; source: string } | null
}

export type SendView = {
  reference: string
  /** True where the form has a place for the reference. */
  marked: boolean
  blanks: string | null
  /** Null where no mail is set up: then it is not offered. */
  ours: OursView | null
  to: { address: string; note: string | null }
  download: Omit<FormFileView, 'size'>
  file: string
  print: string
  words: { to: string; subject: string; text: string }
  post: PostView
  /** What was done before, where it stands, and whether it is enough; null where nothing was. */
  done: { says: string; enough: boolean } | null
  /** How many ways are open at this hour. */
  ways: 'two' | 'three'
}

/** Answers that are others by now: what was sent or seen, and what stands, where they differ. */
export type ChangedView = PressView & {
  /** The newest version that differs, sent with this page or another; null where there is none to compare with. */
  before: { version: number; at: string } | null
  questions: { text: string; before: string[] | null; now: string[] }[]
  to: string
  consent: string
}

export type CoverView = {
  reference: string
  document: string
  name: string | null
  pages: { number: number; says: string }[]
  answers: number
  of: number
  note: string | null
  post: PostView
}

/** One step of a response's way; `day` only where it is another than the step's before. */
export type StepView = {
  mark: 'done' | 'now' | 'next' | 'accepted' | 'failed'
  words: string
  at: string | null
  day: string | null
  /** What happened, or what comes next. */
  note: string | null
  /** A mail server's own words. */
  server: string | null
}

export type VersionView = {
  version: number
  steps: StepView[]
  copy: string | null
  late: { onDevice: string | null; firstByte: string; committed: string } | null
  /** What to do oneself: now, to be safe, or nothing. */
  remedy: 'now' | 'safe' | null
  /** What became of it since a later version was given to us, or null. */
  replaced: string | null
}

export type SentView = {
  reference: string
  /** This browser's return code. */
  code: string
  /** What is left to do, in a sentence, or null. */
  lead: string | null
  versions: VersionView[]
  /** What the person told us that they did themselves, in a sentence, or null. */
  own: string | null
  changed: ChangedSinceView
  to: { address: string; note: string | null }
  download: string
  post: PostView
  /** The newest version's state and what to do, for those who hear the page; `left`: how long they have for it. */
  says: string
  left: string | null
  /** What stands over the list of what to do oneself. */
  remedy: string | null
}
