import type { PreparedForm } from '../copies/preparedForm.ts'
import { continuationSize } from '../placing/continuationSize.ts'
import type { Rect } from '../placing/placement.ts'
import { placeOnSlip } from '../placing/placeOnSlip.ts'
import type { Slip } from '../placing/slip.ts'
import type { Source } from './source.ts'
import { number, showLines } from './textOperators.ts'

/** Dark modules as rectangles, neighbours of a row in one: all filled at once, so that no seams are seen between rows. */
const drawCode = (modules: boolean[][], { x, y, width, height }: Rect): string => {
  const side = width / modules.length
  const runs = modules.flatMap((row, down) =>
    Array.from(
      row
        .map((dark) => (dark ? '#' : ' '))
        .join('')
        .matchAll(/#+/g),
      ({ 0: { length }, index }) => {
        const corner = `${index} ${modules.length - down - 1}`
        return `${corner} ${length} 1 re`
      },
    ),
  )
  return `q ${side.toFixed(5)} 0 0 ${(height / modules.length).toFixed(5)} ${number(x)} ${number(y)} cm 0 g\n${runs.join('\n')}\nf Q\n`
}

/** The content of a slip's page: its words, its code, and a dashed line to tear along. */
export const slipContent = (prepared: PreparedForm, slip: Slip): Source => {
  const { width } = continuationSize(prepared)
  const { lines, code, tornAt } = placeOnSlip(prepared, slip)
  const rule = `q 0.75 w 0 G [5 4] 0 d 0 ${number(tornAt)} m ${number(width)} ${number(tornAt)} l S Q\n`
  return [rule, ...(code && slip.link ? [drawCode(slip.link, code)] : []), ...showLines(lines), '\n']
}
