import { PDFName } from 'pdf-lib'
import { type Questionnaire, questionsOf } from '../../questionnaire/questionnaire.ts'
import { fieldsOf } from '../found/formFields.ts'
import { ONLY_XFA } from '../found/notesOn.ts'
import { openForm } from '../found/openForm.ts'
import { shownPages } from '../found/shownPages.ts'
import type { Boxes } from './boxes.ts'
import { checkBlank } from './checkBlank.ts'
import { type BlankForm, type BoxProblem, checkBox, checkWrite, type Fields, list } from './checkBox.ts'
import { checkShared } from './checkShared.ts'
import { fieldUses } from './fieldUses.ts'
import { shownSize } from './surface.ts'

const ofForm = (found: string, expected: string, remedy: string): BoxProblem[] => [
  { file: 'form.pdf', path: '', found, expected, remedy },
]

const noPdf = () =>
  ofForm('a form that cannot be read', 'a PDF', 'put a PDF here that opens in a PDF reader without a password')

const noFields = () =>
  ofForm(
    'this form has no fields',
    'a form that can be filled in (AcroForm), or areas and spots of its pages in boxes.json',
    'put a fillable version here, or say where on its pages to write and to tick; npm run cli -- inspect form.pdf prints what there is',
  )

const checkEach = (boxes: Boxes, questionnaire: Questionnaire, form: BlankForm): BoxProblem[] => {
  const questions = questionsOf(questionnaire)
  const asked = new Set(questions.map(({ id }) => id))
  const strays = Object.keys(boxes.answers).filter((id) => !asked.has(id))
  const { reference } = boxes.marks
  const file = 'boxes.json'
  return [
    ...questions.flatMap((question): BoxProblem[] => {
      const box = boxes.answers[question.id]
      if (box) return checkBox(question, box, form)
      const path = `answers.${question.id}`
      return [
        { file, path, found: 'no box', expected: 'a box for every question', remedy: 'add where its answer goes' },
      ]
    }),
    ...strays.map(
      (id): BoxProblem => ({
        file,
        path: `answers.${id}`,
        found: `a box for "${id}", which is not asked`,
        expected: `the id of a question: ${list([...asked])}`,
        remedy: 'take the box out, or mend its id',
      }),
    ),
    ...(reference ? checkWrite('marks.reference', reference, form) : []),
  ]
}

/** Holds boxes.json against the form's own fields and the questionnaire; every problem at once, none when sound. */
export const checkBoxes = async (
  official: Uint8Array,
  boxes: Boxes,
  questionnaire: Questionnaire,
): Promise<BoxProblem[]> => {
  const form = await openForm(official).catch(() => null)
  if (!form) return noPdf()
  if (form.catalog.has(PDFName.of('NeedsRendering')))
    return ofForm('a form that exists only as XFA', 'a PDF with pages of its own', ONLY_XFA)
  const fields: Fields = new Map(fieldsOf(form).map((field) => [field.name, field]))
  if (fields.size === 0 && fieldUses(boxes).length > 0) return noFields()
  const blank = { fields, pages: shownPages(form).map(shownSize) }
  return [...checkEach(boxes, questionnaire, blank), ...checkShared(boxes), ...checkBlank(boxes, fields)]
}
