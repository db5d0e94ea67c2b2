import { sayTime } from '../consultation/moments.ts'
import { sayNumber } from '../organisers/ledgerWords.ts'
import type { StallHour } from '../stall/stalls.ts'
import type { DayHourView, DayLaneView } from './trayViews.ts'

const HOUR = 60 * 60_000
// An hour alone would be one bar as wide as the picture.
const FEWEST = 6
// More numbers than a phone has room for, side by side.
const CROWDED = 10

const LANES = [
  ['started', 'began'],
  ['finished', 'finished'],
  ['printed', 'printed'],
  // What is given to us is not yet sent.
  ['sent', 'given to us to send'],
] as const

const percent = (share: number): string => `${Math.round(share * 10_000) / 100}%`

const empty = (from: number): StallHour => ({ from, started: 0, finished: 0, printed: 0, sent: 0 })

/** How many in all hours together. */
export const sumOf = (hours: StallHour[], what: Exclude<keyof StallHour, 'from'>): number =>
  hours.reduce((sum, hour) => sum + hour[what], 0)

/** Every hour from the first with anybody to the last, six at least. */
export const unbroken = (hours: StallHour[]): StallHour[] => {
  const [first] = hours
  const last = hours.at(-1)
  if (!first || !last) return []
  const many = Math.max(FEWEST, (last.from - first.from) / HOUR + 1)
  const known = new Map(hours.map((hour) => [hour.from, hour]))
  return Array.from({ length: many }, (_, at) => {
    const from = first.from + at * HOUR
    return known.get(from) ?? empty(from)
  })
}

/** The day as lanes of bars, an hour each: who began, came to the end, what was printed, and what was given to us to send. */
export const dayChart = (hours: StallHour[], timeZone: string) => {
  const shown = unbroken(hours)
  const slot = 1 / Math.max(1, shown.length)
  const top = Math.max(
    1,
    ...shown.flatMap(({ started, finished, printed, sent }) => [started, finished, printed, sent]),
  )
  const lanes = LANES.map(
    ([what, label]): DayLaneView => ({
      label,
      total: sayNumber(sumOf(hours, what)),
      bars: shown.flatMap(({ [what]: count }, at) => {
        // A number stands over each bar; of hundreds, one is still seen.
        const height = Math.max((count / top) * 0.7, 0.03)
        const bar = { x: percent((at + 0.15) * slot), y: percent(1 - height), middle: percent((at + 0.5) * slot) }
        return count === 0 ? [] : [{ ...bar, height: percent(height), count }]
      }),
    }),
  )
  // As many hours under the picture as a phone has room for.
  const every = Math.ceil(shown.length / 6)
  const views = shown.map(({ from, ...counts }, at): DayHourView => {
    const hour = sayTime(from, timeZone).replace(':00', '')
    const middle = percent((at + 0.5) * slot)
    return { ...counts, hour, label: at % every === 0 ? hour : null, middle }
  })
  return { lanes, hours: views, crowded: shown.length > CROWDED, bar: percent(slot * 0.7) }
}
