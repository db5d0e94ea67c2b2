import type { Answers } from '../questionnaire/answers.ts'
import type { Placement } from './placement.ts'
import type { PreparedForm } from './prepareForm.ts'

/** What stands on the paper besides the answers: the response's reference, and the consultation's title. */
export type Marks = { reference: string | null; title: string }

/** The filled form: its bytes, what stands where, and how many pages it has with its continuation pages. */
export type FilledForm = { bytes: Uint8Array; placements: Placement[]; pages: number }

/** Fills the form. The same answers give the same bytes. Throws UnprintableText, before anything is made. */
export const fill = async (_prepared: PreparedForm, _answers: Answers, _marks: Marks): Promise<FilledForm> => {
  throw new Error('not yet')
}
