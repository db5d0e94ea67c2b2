import { formFonts } from '../../consultation/formFonts.ts'
import { type FillProblem, fillForm } from '../../pdf/fillForm.ts'
import type { FormValues } from '../../pdf/formValues.ts'
import type { CopyName, PreparedForm } from '../../pdf/preparedForm.ts'
import type { Mismatch } from '../../pdf/readBack.ts'
import { release } from '../release.ts'
import { type Message, NO_BYTES } from './message.ts'

/** What came of it: everything that is wrong with the values; or what is known of the filled form, and what is not seen on it. */
export type Filled =
  | { problems: FillProblem[] }
  | (PreparedForm['imported'] & { problems: []; pages: number; notes: string[]; missing: Mismatch[] })

type Asked = { values: FormValues; copy: CopyName }

/** A form and its fields' values in, the filled form out, looked at by another reader. */
export const answer = async ({ said: { values, copy }, bytes }: Message<Asked>): Promise<Message<Filled>> => {
  const made = await fillForm(bytes, values, await formFonts(), copy)
  if (!('filled' in made)) return { said: made, bytes: NO_BYTES }
  const { problems, notes, prepared, filled } = made
  const { head, tail, expected, pages } = filled
  const { missing } = await release({ head, tail, expected, form: 'this one' })
  return { said: { problems, notes, ...prepared.imported, pages, missing }, bytes: filled.bytes }
}
