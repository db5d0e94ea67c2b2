import type { ConsultationFile } from '../consultation/consultation.ts'
import type { Questionnaire } from '../questionnaire/questionnaire.ts'
import type { Pen, Rectangle } from './pen.ts'
import { returnRow } from './returnRow.ts'
import { inside } from './rooms.ts'
import type { Row } from './row.ts'
import { INK, MEASURE, MM, SHEET, SIZES, STYLES, TYPED } from './sheet.ts'
import { aboutThisPaper, bodyOf, REFERENCE_LABEL } from './wording.ts'
import { balancedWidth, wordsRow } from './words.ts'

const { title, body, small } = STYLES

/** The field for a response's reference; no question of a pack may have this id. */
export const REFERENCE = 'reference'

const SIDE = 40 * MM

const drawReference = (pen: Pen, { x, y, width, height }: Rectangle): void => {
  const label = pen.heightOf(REFERENCE_LABEL, small, width)
  const box = { x, y: y + label + SIZES.near, width, height: height - label - SIZES.near }
  pen.frame(box, INK.hairline)
  pen.element('P', () => {
    pen.say(REFERENCE_LABEL, small, { x, y, width })
    pen.place({ kind: 'write', lines: 'one', size: TYPED, field: REFERENCE, says: REFERENCE_LABEL }, inside(box))
  })
}

/** Whose questionnaire, its title and document; at the right the reference of an online helper. */
const titleRow = (pen: Pen, consultation: ConsultationFile): Row => {
  const wide = MEASURE - SIDE - SIZES.gutter
  const lines = [
    { tag: 'P', text: bodyOf(consultation), style: body, gap: 0 },
    { tag: 'H1', text: consultation.form.title, style: title, gap: 1 * MM },
    { tag: 'P', text: `Consultation document: ${consultation.document}`, style: body, gap: 2 * MM },
  ].map((line) => ({ ...line, width: balancedWidth(pen, line.text, line.style, wide) }))
  const heights = lines.map(({ text, style, gap, width }) => gap + pen.heightOf(text, style, width))
  const draw = (y: number) => {
    let at = y
    for (const [line, { tag, text, style, gap, width }] of lines.entries()) {
      pen.write(tag, text, style, { x: SHEET.left, y: at + gap, width })
      at += heights[line]!
    }
    drawReference(pen, { x: SHEET.left + MEASURE - SIDE, y: y + 1.5, width: SIDE, height: 17 * MM })
  }
  const height = Math.max(
    17 * MM + 1.5,
    heights.reduce((sum, line) => sum + line, 0),
  )
  return { height, gap: 0, grows: false, draw: (_, y) => draw(y) }
}

const ruleRow: Row = { height: 0.5, gap: SIZES.round, grows: false, draw: (pen, y) => pen.rule(SHEET.left, y, MEASURE) }

/** The head of the first page: what this is, where and when to send it, how to answer, and what the paper is not. */
export const masthead = (pen: Pen, consultation: ConsultationFile, questionnaire: Questionnaire): Row[] => [
  titleRow(pen, consultation),
  ruleRow,
  returnRow(pen, consultation),
  ruleRow,
  wordsRow(pen, 'P', aboutThisPaper(consultation, questionnaire), small, SIZES.round),
]
