import type { PreparedForm } from '../pdf/preparedForm.ts'
import { prepareForm } from '../pdf/prepareForm.ts'
import type { Consultation } from './consultation.ts'
import { formFonts } from './formFonts.ts'

/** A consultation's form, read and given the fonts that every form is filled in. Done once, at the start. */
export const prepareFor = async (consultation: Consultation): Promise<PreparedForm> => {
  const { official, boxes, questionnaire, language, form } = consultation
  return prepareForm({ official, boxes, questionnaire, fonts: await formFonts(), title: form.title, language })
}
