import { formFonts } from '../../consultation/formFonts.ts'
import type { CopyName, PreparedForm } from '../../pdf/copies/preparedForm.ts'
import type { FilledForm } from '../../pdf/fill.ts'
import { type FillProblem, fillForm } from '../../pdf/fillForm.ts'
import type { FormValues } from '../../pdf/formValues.ts'
import { type Message, NO_BYTES } from './message.ts'

/** What is known of the filled form, whose first `headBytes` are the blank one. */
type Known = PreparedForm['imported'] & Pick<FilledForm, 'expected' | 'pages'> & { notes: string[]; headBytes: number }

/** Everything that is wrong with the values; or none, and what is known of the filled form. */
export type Filled = { problems: FillProblem[] } | ({ problems: [] } & Known)

type Asked = { values: FormValues; copy: CopyName }

/** A form and its fields' values in, the filled form out. */
export const answer = async ({ said: { values, copy }, bytes }: Message<Asked>): Promise<Message<Filled>> => {
  const made = await fillForm(bytes, values, await formFonts(), copy)
  if (!('filled' in made)) return { said: made, bytes: NO_BYTES }
  const { problems, notes, prepared, filled } = made
  const { expected, pages, head } = filled
  const said = { problems, notes, ...prepared.imported, expected, pages, headBytes: head.length }
  return { said, bytes: filled.bytes }
}
