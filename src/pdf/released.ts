import type { Answers } from '../questionnaire/answers.ts'
import { type Questionnaire, questionsOf } from '../questionnaire/questionnaire.ts'
import type { FilledForm } from './fill.ts'
import { wordsOf } from './place.ts'
import { readBack } from './readBack.ts'
import { unplaced } from './unplaced.ts'

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
 * The ids of answers that are not whole on a filled form: without a place, or not in the text of its pages (index 0 is
 * page 1) as another reader renders them. Null stands for a mark. Empty when every word is on paper.
 */
export const lostOnPaper = (
  questionnaire: Questionnaire,
  answers: Answers,
  { placements }: Pick<FilledForm, 'placements'>,
  pageTexts: string[],
): (string | null)[] => [
  ...unplaced(questionnaire, answers, placements).map(({ id }) => id),
  ...readBack(pageTexts, placements).map(({ question }) => question),
]

/** The ids of answers to questions that are not asked any more: a form of today has no place for their words. */
export const unaskedIn = (questionnaire: Questionnaire, answers: Answers): string[] => {
  const asked = new Set(questionsOf(questionnaire).map(({ id }) => id))
  return Object.keys(answers).filter((id) => !asked.has(id) && wordsOf(answers[id]) !== '')
}
