import type { Choice } from '../questionnaire/questionnaire.ts'
import type { Pen, Rectangle, Spot } from './pen.ts'
import type { TickPlace } from './place.ts'
import type { Row } from './row.ts'
import { MEASURE, MM, SHEET, SIZES, STYLES } from './sheet.ts'

type Option = Choice['options'][number]

const BESIDE = SIZES.tick + 2.5 * MM

/** The tick may stand out of its box a little, as a pen's does; it also makes the box easier to hit on a screen. */
const AROUND = 2.5

const around = ({ x, y, width, height }: Rectangle): Rectangle => ({
  x: x - AROUND,
  y: y - AROUND,
  width: width + 2 * AROUND,
  height: height + 2 * AROUND,
})

/** As many columns, of one width, as hold the longest label in one line; at most four. */
const columnsFor = (pen: Pen, options: Option[]): number => {
  const longest = Math.max(...options.map(({ label }) => pen.widthOf(label, STYLES.body)))
  return Math.min(4, Math.max(1, Math.floor(MEASURE / (longest + BESIDE + 4 * MM))))
}

const drawOption = (pen: Pen, place: TickPlace, { x, y, width }: Spot): void => {
  const box = { x, y, width: SIZES.tick, height: SIZES.tick }
  pen.frame(box)
  pen.element('P', () => {
    pen.place(place, around(box))
    pen.say(place.label, STYLES.body, { x: x + BESIDE, y: y - 0.6, width: width - BESIDE })
  })
}

/** The boxes of a question to tick, in columns, each with its label beside it. */
export const choiceRows = (pen: Pen, question: Choice, says: string): Row[] => {
  const columns = columnsFor(pen, question.options)
  const width = MEASURE / columns
  const place = { kind: 'tick', group: question.kind, question: question.id, says } as const
  const lines = Math.ceil(question.options.length / columns)
  return Array.from({ length: lines }, (_, line) => {
    const options = question.options.slice(line * columns, (line + 1) * columns)
    const labels = options.map(({ label }) => pen.heightOf(label, STYLES.body, width - BESIDE))
    return {
      height: Math.max(SIZES.tick, ...labels),
      gap: line === 0 ? SIZES.within : 2.5 * MM,
      grows: false,
      draw: (_, y) =>
        options.forEach((option, at) => {
          const spot = { x: SHEET.left + at * width, y, width }
          drawOption(pen, { ...place, option: option.id, label: option.label }, spot)
        }),
    }
  })
}
