import type { ConsultationFile } from '../consultation/consultation.ts'
import type { Pen } from './pen.ts'
import { CONTENT, MEASURE, MM, SHEET, STYLES } from './sheet.ts'
import { bodyOf } from './wording.ts'

const NUMBER = 30 * MM

/** What stands round the content of every page: the title again from page 2, the note and the page's number below. */
export const drawMargins = (pen: Pen, consultation: ConsultationFile, page: number, pages: number): void => {
  const { title, note } = consultation.form
  const line = { x: SHEET.left, width: MEASURE }
  if (page > 1) {
    pen.margin(title, STYLES.small, { ...line, y: 11 * MM })
    pen.margin(bodyOf(consultation), STYLES.small, { ...line, y: 11 * MM }, 'right')
    pen.rule(SHEET.left, 16.5 * MM, MEASURE)
  }
  const y = CONTENT.end + 7 * MM
  pen.rule(SHEET.left, y - 2.5 * MM, MEASURE)
  if (note) pen.margin(note, STYLES.small, { ...line, y, width: MEASURE - NUMBER })
  pen.margin(`Page ${page} of ${pages}`, STYLES.small, { ...line, y }, 'right')
}
