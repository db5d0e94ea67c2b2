import type { Pen } from './pen.ts'
import { MM, STYLES } from './sheet.ts'

const { body, small } = STYLES
const APART = 2.5 * MM

export type Label = { height: number; say: (x: number, y: number) => void }

/** A label with an aside in small type: on the same line where both fit, else below. Sizes in points. */
export const labelOf = (pen: Pen, text: string, aside: string, width: number): Label => {
  const taken = pen.widthOf(text, body) + APART
  const beside = taken + pen.widthOf(aside, small) <= width
  const height = pen.heightOf(text, body, width)
  const below = aside && !beside ? pen.heightOf(aside, small, width) : 0
  const say = (x: number, y: number) => {
    pen.say(text, body, { x, y, width })
    if (!aside) return
    // Small type starts lower, so that both stand on one line of base.
    if (beside) pen.say(aside, small, { x: x + taken, y: y + 1.6, width: width - taken + 1 })
    else pen.say(aside, small, { x, y: y + height, width })
  }
  return { height: height + below, say }
}
