import { type Label, labelOf } from './label.ts'
import type { Pen, Rectangle } from './pen.ts'
import type { Row } from './row.ts'
import { MEASURE, SHEET, SIZES, TYPED } from './sheet.ts'

/** What is written into: the field's name, the words above it with an aside, and what a screen reader says. */
export type Written = { field: string; text: string; aside: string; says: string }

/** Words typed into a field keep off the frame that is printed round it. */
export const inside = ({ x, y, width, height }: Rectangle): Rectangle => ({
  x: x + 3,
  y: y + 2,
  width: width - 6,
  height: height - 4,
})

/** Room for reasons: it takes what the page has left. */
export const roomRow = (field: string, says: string): Row => ({
  height: SIZES.leastRoom,
  gap: SIZES.near,
  grows: true,
  draw: (pen, y, height) => {
    const box = { x: SHEET.left, y, width: MEASURE, height }
    pen.frame(box)
    pen.element('P', () => pen.place({ kind: 'write', lines: 'many', size: TYPED, field, says }, inside(box)))
  },
})

const drawLine = (pen: Pen, { field, says }: Written, label: Label, box: Rectangle): void => {
  pen.frame(box)
  pen.element('P', () => {
    label.say(box.x, box.y - SIZES.near - label.height)
    pen.place({ kind: 'write', lines: 'one', size: TYPED, field, says }, inside(box))
  })
}

/** Lines to write on, side by side, each under its label; `share` of the measure in parts of 1. */
export const lineRow = (pen: Pen, written: (Written & { share: number })[], gap: number): Row => {
  const widths = written.map(({ share }) => share * (MEASURE + SIZES.gutter) - SIZES.gutter)
  const labels = written.map(({ text, aside }, at) => labelOf(pen, text, aside, widths[at]!))
  const above = Math.max(...labels.map(({ height }) => height)) + SIZES.near
  const draw = (y: number) => {
    let x = SHEET.left
    for (const [at, width] of widths.entries()) {
      drawLine(pen, written[at]!, labels[at]!, { x, y: y + above, width, height: SIZES.line })
      x += width + SIZES.gutter
    }
  }
  return { height: above + SIZES.line, gap, grows: false, draw: (_, y) => draw(y) }
}
