import type { Questionnaire } from '../questionnaire/questionnaire.ts'
import type { Boxes } from './boxes.ts'

/** One thing wrong in a pack, in words; `path` points into boxes.json, such as `answers.name.write.field`. */
export type BoxProblem = { path: string; found: string; expected: string; remedy: string }

/** Holds boxes.json against the form's own fields and the questionnaire; every problem at once, none when sound. */
export const checkBoxes = async (
  _official: Uint8Array,
  _boxes: Boxes,
  _questionnaire: Questionnaire,
): Promise<BoxProblem[]> => {
  throw new Error('not yet')
}
