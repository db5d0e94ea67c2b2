import type { ConsultationFile } from '../consultation/consultation.ts'
import type { Questionnaire } from '../questionnaire/questionnaire.ts'
import { blocksOf } from './blocks.ts'
import { drawMargins } from './margins.ts'
import { masthead } from './masthead.ts'
import { paginate } from './paginate.ts'
import type { Pen } from './pen.ts'
import type { Row } from './row.ts'
import { CONTENT } from './sheet.ts'

const drawRows = (pen: Pen, rows: Row[], top: number): void => {
  let y = top
  rows.forEach((row, at) => {
    if (at > 0) y += row.gap
    row.draw(pen, y, row.height)
    y += row.height
  })
}

/** Draws the questionnaire, page by page, with the pen. */
export const drawPages = (pen: Pen, consultation: ConsultationFile, questionnaire: Questionnaire): void => {
  const [first = [], ...others] = blocksOf(pen, questionnaire)
  const pages = paginate([[...masthead(pen, consultation, questionnaire), ...first], ...others])
  pages.forEach((rows, at) => {
    pen.page()
    drawRows(pen, rows, at === 0 ? CONTENT.first : CONTENT.later)
    drawMargins(pen, consultation, at + 1, pages.length)
  })
}
