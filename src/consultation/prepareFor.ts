import type { PreparedForm } from '../pdf/copies/preparedForm.ts'
import { prepareForm } from '../pdf/prepareForm.ts'
import { warmUp } from '../pdf/warmUp.ts'
import type { Consultation } from './consultation.ts'
import { formFonts } from './formFonts.ts'

/** A consultation's form, read and given the fonts that every form is filled in. Done once, at the start. */
export const prepareFor = async (consultation: Consultation): Promise<PreparedForm> => {
  const { official, boxes, questionnaire, language, form } = consultation
  const fonts = await formFonts()
  const prepared = await prepareForm({ official, boxes, questionnaire, fonts, title: form.title, language })
  warmUp(prepared)
  return prepared
}
