import { PDFName } from 'pdf-lib'
import { questionsOf } from '../questionnaire/questionnaire.ts'
import { type FilledForm, fill } from './fill.ts'
import { askForm, type FormValues } from './formValues.ts'
import { fieldsOf } from './found/formFields.ts'
import { importForm } from './found/importForm.ts'
import { notesOn, ONLY_XFA } from './found/notesOn.ts'
import { openForm } from './found/openForm.ts'
import { type CopyName, type PreparedForm, prepareForm } from './prepareForm.ts'
import { lettersOf } from './setting/letters.ts'

/** A value that cannot be filled in, in words. */
export type FillProblem = { field: string; found: string; expected: string; remedy: string }

/** A form filled without a pack, with what it was prepared as; or everything that is wrong with the values. */
export type FormFill =
  | { problems: FillProblem[] }
  | { problems: []; filled: FilledForm; prepared: PreparedForm; notes: string[] }

const onlyXfa: FillProblem = {
  field: '',
  found: 'a form that exists only as XFA',
  expected: 'a PDF with pages of its own',
  remedy: ONLY_XFA,
}

type Fonts = { regular: Uint8Array; bold: Uint8Array }

/**
 * Fills any fillable form from its fields' names. A field's value is the whole text; what its box cannot show goes on to
 * continuation pages. Rejects what is no PDF, or locked.
 */
export const fillForm = async (
  official: Uint8Array,
  values: FormValues,
  fonts: Fonts,
  copy: CopyName = 'fillable',
): Promise<FormFill> => {
  const { bytes } = await importForm(official)
  const document = await openForm(bytes)
  if (document.catalog.has(PDFName.of('NeedsRendering'))) return { problems: [onlyXfa] }
  const fields = fieldsOf(document)
  const letters = await lettersOf(fonts, '')
  const { questionnaire, boxes, answers, problems } = askForm(
    fields,
    values,
    (text) => letters.missingInHeading(text).length === 0,
  )
  for (const question of questionsOf(questionnaire)) {
    const missing = 'options' in question ? [] : letters.missingInText([answers[question.id] ?? ''].flat().join('\n'))
    if (missing.length === 0) continue
    const expected = 'characters that the form’s fonts have'
    problems.push({ field: question.id, found: missing.join(' '), expected, remedy: 'write them in another way' })
  }
  if (problems.length > 0) return { problems }
  const title = document.getTitle()?.trim() || 'Form'
  const prepared = await prepareForm({ official, boxes, questionnaire, fonts, title })
  const shown = letters.missingInText(title).length === 0 ? title : 'Form'
  const filled = fill(prepared, answers, { reference: null, title: shown }, copy)
  return { problems: [], filled, prepared, notes: notesOn(document, fields) }
}
