import type { Answers } from '../questionnaire/answers.ts'
import type { Questionnaire } from '../questionnaire/questionnaire.ts'
import type { Boxes } from './boxes.ts'

/** Thrown for a PDF that was brought back and is not this form; the message is a sentence for the person. */
export class NotThisForm extends Error {}

/** The answers that stand in a form's fields: the inverse of `fill`. Blank fields are left out. Throws NotThisForm. */
export const answersFrom = (
  _fields: Record<string, string | string[]>,
  _boxes: Boxes,
  _questionnaire: Questionnaire,
): Answers => {
  throw new Error('not yet')
}
