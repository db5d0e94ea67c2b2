import type { Answers } from '../../questionnaire/answers.ts'
import { type Questionnaire, questionsOf } from '../../questionnaire/questionnaire.ts'
import type { FilledForm } from '../fill.ts'
import { wordsOf } from '../placing/place.ts'
import { unplaced } from '../placing/unplaced.ts'
import type { Mismatch } from './readBack.ts'

/** What another reader needs of a filled form: the blank one, what follows it, and what must be seen. */
export type FormToRead = Pick<FilledForm, 'head' | 'tail' | 'expected'>

/** The same apart, as a plain record that can be sent to a thread. */
export const toRead = ({ head, tail, expected }: FormToRead): FormToRead => ({ head, tail, expected })

/** A page as it is printed: its text, and its size in points. */
export type PrintedPage = { text: string; width: number; height: number }

/** What another reader sees on a filled form: its pages, and what should be on them and is not. */
export type Released = { pages: PrintedPage[]; missing: Mismatch[] }

/** A filled form whose rendered pages do not show every word; it is not given out. Names the questions concerned. */
export class NotOnPaper extends Error {
  override name = 'NotOnPaper'
  readonly questions: string[]
  constructor(questions: string[]) {
    super('words are missing on the rendered pages')
    this.questions = [...new Set(questions)]
  }
}

/**
 * The ids of answers that are not whole on a filled form: without a place, or `missing` where another reader looked for them on
 * its rendered pages. Null stands for a mark. Empty when every word and every tick is on paper.
 */
export const lostOnPaper = (
  questionnaire: Questionnaire,
  answers: Answers,
  { placements }: Pick<FilledForm, 'placements'>,
  missing: Mismatch[],
): (string | null)[] => [
  ...unplaced(questionnaire, answers, placements).map(({ id }) => id),
  ...missing.map(({ question }) => question),
]

/** The ids of answers to questions that are not asked any more: a form of today has no place for their words. */
export const unaskedIn = (questionnaire: Questionnaire, answers: Answers): string[] => {
  const asked = new Set(questionsOf(questionnaire).map(({ id }) => id))
  return Object.keys(answers).filter((id) => !asked.has(id) && wordsOf(answers[id]) !== '')
}
