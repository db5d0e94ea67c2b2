import type { ConsultationFile } from '../consultation/consultation.ts'
import type { Pen, Spot } from './pen.ts'
import type { Row } from './row.ts'
import { MEASURE, SHEET, SIZES, STYLES, type Style } from './sheet.ts'
import { closingOf, HOW_TO_ANSWER } from './wording.ts'
import { balancedWidth } from './words.ts'

type Words = { text: string; style: Style; gap: number }

const { small, smallStrong, strong, body } = STYLES

const part = (heading: string, style: Style, ...lines: string[]): Words[] => [
  { text: heading, style: smallStrong, gap: SIZES.within },
  ...lines.map((text) => ({ text, style, gap: 0 })),
]

const columnsOf = (consultation: ConsultationFile): [Words[], Words[]] => {
  const { email, post } = consultation
  const note = email.note ? [{ text: email.note, style: small, gap: 0 }] : []
  return [
    [
      ...part('Your answers must arrive before', strong, ...closingOf(consultation)),
      ...part('How to answer', body, HOW_TO_ANSWER),
    ],
    [...part('Send them by email', body, email.address), ...note, ...part('or by post', body, ...post.lines)],
  ]
}

const WIDTH = (MEASURE - 2 * SIZES.gutter) / 2

const heightOf = (pen: Pen, column: Words[]): number =>
  column.reduce((sum, { text, style, gap }) => sum + gap + pen.heightOf(text, style, WIDTH), -SIZES.within)

const drawColumn = (pen: Pen, column: Words[], spot: Spot): void => {
  let y = spot.y - SIZES.within
  for (const { text, style, gap } of column) {
    const width = balancedWidth(pen, text, style, WIDTH)
    pen.write('P', text, style, { ...spot, width, y: y + gap })
    y += gap + pen.heightOf(text, style, WIDTH)
  }
}

/** In two columns: when a response must arrive and how to answer; where to send it. */
export const returnRow = (pen: Pen, consultation: ConsultationFile): Row => {
  const [left, right] = columnsOf(consultation)
  const draw = (y: number) => {
    drawColumn(pen, left, { x: SHEET.left, y, width: WIDTH })
    drawColumn(pen, right, { x: SHEET.left + MEASURE - WIDTH, y, width: WIDTH })
  }
  const height = Math.max(heightOf(pen, left), heightOf(pen, right))
  return { height, gap: SIZES.round, grows: false, draw: (_, y) => draw(y) }
}
