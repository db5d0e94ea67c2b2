/** An answer as it is said in words; `lines` is empty for a blank, `about` is the question where it stands alone. */
export type AnswerView = {
  text: string
  about: string
  number: string | null
  lines: string[]
  change: string
  blank: boolean
}

/** An answer read in a PDF; where another is saved here, both are shown and `use` is the one chosen so far. */
export type BroughtAnswerView = Pick<AnswerView, 'text' | 'number' | 'lines'> & {
  id: string
  /** What is wrong with it, when it cannot be kept as it came: it can then be written anew. */
  problem: string | null
  raw: string[]
  saved: string[] | null
  use: 'file' | 'saved' | null
}

/** What was read in a PDF that was brought back, before anything of it is kept. */
export type BroughtView = {
  answers: BroughtAnswerView[]
  needsConsent: boolean
  consent: string
}

/** An answer that no question takes as it is: its words, and where it can be answered anew, or null. The older wording is not known. */
export type LeftOverView = { id: string; about: string; lines: string[]; change: string | null }
