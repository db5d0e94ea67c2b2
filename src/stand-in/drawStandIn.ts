import { PDFDocument } from 'pdf-lib'
import type { ConsultationFile } from '../consultation/consultation.ts'
import type { Boxes } from '../pdf/boxes/boxes.ts'
import { type Questionnaire, questionsOf } from '../questionnaire/questionnaire.ts'
import { addFields } from './addFields.ts'
import { boxesOf } from './boxesOf.ts'
import { compress } from './compress.ts'
import { drawPages } from './drawPages.ts'
import { REFERENCE } from './masthead.ts'
import { addMetadata } from './metadata.ts'
import { type Fonts, Pen } from './pen.ts'
import { titleOf } from './wording.ts'

type Pack = { consultation: ConsultationFile; questionnaire: Questionnaire; fonts: Fonts }

/** Our own layout of a questionnaire whose official file is lost, and its boxes. The same pack gives the same bytes. */
export const drawStandIn = async (pack: Pack): Promise<{ form: Uint8Array; boxes: Boxes }> => {
  const { consultation, questionnaire, fonts } = pack
  if (questionsOf(questionnaire).some(({ id }) => id === REFERENCE))
    throw new Error(`The question id “${REFERENCE}” is the name of the form's own field: give the question another`)
  const about = { title: titleOf(consultation), subject: consultation.form.note ?? consultation.form.title }
  const pen = new Pen(fonts, consultation.language, about)
  drawPages(pen, consultation, questionnaire)
  const document = await PDFDocument.load(await pen.finish(), { updateMetadata: false })
  addFields(document, pen.places)
  addMetadata(document, about.title, about.subject, consultation.language)
  compress(document)
  const form = await document.save({ useObjectStreams: false, updateFieldAppearances: false })
  return { form, boxes: boxesOf(questionnaire) }
}
