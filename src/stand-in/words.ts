import type { Pen } from './pen.ts'
import type { Row } from './row.ts'
import { MEASURE, SHEET, SIZES, STYLES, type Style } from './sheet.ts'

/** The narrowest width at which words still take as few lines as at `width`: lines of like length, no lone last word. */
export const balancedWidth = (pen: Pen, text: string, style: Style, width: number): number => {
  const height = pen.heightOf(text, style, width)
  let [narrow, wide] = [0, width]
  while (wide - narrow > 1) {
    const middle = (narrow + wide) / 2
    if (pen.heightOf(text, style, middle) > height) narrow = middle
    else wide = middle
  }
  return wide
}

/** Words across the measure, in an element of their own; `gap` in points to the row above. */
export const wordsRow = (pen: Pen, tag: string, text: string, style: Style, gap: number): Row => ({
  height: pen.heightOf(text, style, MEASURE),
  gap,
  grows: false,
  draw: (_, y) => pen.write(tag, text, style, { x: SHEET.left, y, width: MEASURE }),
})

/** A numbered question in bold, its number hanging in the margin. */
export const questionRow = (pen: Pen, number: string, text: string): Row => {
  const style = STYLES.question
  const width = balancedWidth(pen, text, style, MEASURE)
  const x = SHEET.left - SIZES.hanging
  const draw = (y: number) => {
    pen.say(number, style, { x, y, width: SIZES.hanging })
    pen.say(text, style, { x: SHEET.left, y, width })
  }
  const height = pen.heightOf(text, style, width)
  return { height, gap: SIZES.between, grows: false, draw: (_, y) => pen.element('H2', () => draw(y)) }
}
