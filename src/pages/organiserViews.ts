/** The form that asks for a link to sign in. */
export type OrganiserView = { address: string; minutes: number }

/** Letters in one state, with one server's words: what is wrong with them, and the buttons that mend it. */
export type HandsView = {
  heading: string
  /** What that state means, and what helps, in a sentence or two. */
  meaning: string
  words: string | null
  /** True where a mail system said these words, false where they are ours. */
  theirs: boolean
  rows: { reference: string; version: number; kept: string; tried: string; next: string | null; told: string | null }[]
  /** How many more there are like these, beyond the rows. */
  more: number
  /** The ids of the letters that a press of a button means. */
  again: { letters: string[]; label: string } | null
  tell: { letters: string[]; label: string } | null
}

/** One hour of the chart: where its bars stand, in percent of the picture, and what they say. */
export type HourView = {
  hour: string
  /** Under the picture, for every sixth hour; else null. */
  label: string | null
  kept: number
  taken: number
  x: string
  keptBar: { x: string; y: string; height: string }
  takenBar: { x: string; y: string; height: string }
}

export type LedgerChartView = { top: string; width: string; bar: string; hours: HourView[]; empty: boolean }

/** The organiser's page: a clock, six numbers, one chart, and at the top what needs a hand. Nobody's answers. */
export type LedgerView = {
  /** "10:00:07". */
  at: string
  /** "271 hours 30 minutes", or null when the consultation has closed. */
  left: string | null
  done: string | null
  /** What is wrong with the post itself, each in a sentence with its remedy. */
  ailments: string[]
  hands: HandsView[]
  numbers: { label: string; value: string }[]
  taken: string
  chart: LedgerChartView
  oldest: string | null
  ways: { label: string; value: string }[]
  states: { label: string; value: string }[]
  late: {
    reference: string
    version: number
    onDevice: string | null
    firstByte: string
    committed: string
    state: string
  }[]
}

/** A letter of a rehearsal, as whoever gets it would read it. */
export type RehearsedLetterView = {
  at: string
  to: string
  subject: string
  text: string
  code: string | null
  link: string | null
  state: string
}
