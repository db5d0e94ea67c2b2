import type { Fact, Question } from '../questionnaire/questionnaire.ts'

/** A question ready for `templates/questions/<kind>.hbs`; `value` and `chosen` are as typed, even when refused. */
export type QuestionView = Question & {
  /** "MOPAC asks", "MOPAC asked about this; the words are ours", or null over a question of our own. */
  asks: string | null
  value: string
  choices: { id: string; label: string; chosen: boolean }[]
  problem: string | null
  /** How much of the paper's box the words fill (0 to 1, more when they run on), or null where there is no box to measure. */
  fit: { share: number; runsOn: boolean; field: string } | null
}

export type QuestionPageView = {
  id: string
  title: string
  action: string
  position: { at: number; of: number; steps: { done: boolean; here: boolean }[] }
  back: string
  skip: string
  questions: QuestionView[]
  prompts: string[]
  facts: Fact[]
  premise: string | null
  /** What was saved of this page when it was shown, as a print; it travels with the answers. */
  seen: string
  /** Answers that somebody saved elsewhere since this page was shown, where they differ from what was typed here. */
  elsewhere: { text: string; lines: string[] }[]
  /** Where Continue leads back to when the visitor came from the check page, else null. */
  returnTo: 'check' | null
}
