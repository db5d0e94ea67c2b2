import { sayTime } from '../consultation/moments.ts'
import type { Hour } from '../organisers/hours.ts'
import { sayNumber } from '../organisers/ledgerWords.ts'
import type { HourView, LedgerChartView } from './organiserViews.ts'

const percent = (share: number): string => `${Math.round(share * 10_000) / 100}%`

// 1, 2, 5, 10, 20, 50 …: a line that can be read off.
const roundUp = (most: number): number => {
  const power = 10 ** Math.floor(Math.log10(Math.max(most, 1)))
  return [1, 2, 5, 10].map((step) => step * power).find((top) => top >= most)!
}

/** The hours as bars, two side by side for each: kept here, and taken. */
export const chartOf = (hours: Hour[], timeZone: string): LedgerChartView => {
  const most = Math.max(...hours.flatMap(({ kept, taken }) => [kept, taken]))
  const top = Math.max(roundUp(most), 2)
  const slot = 1 / hours.length
  const bar = (at: number, offset: number, value: number) => {
    // Of thousands, one is still seen.
    const height = value === 0 ? 0 : Math.max(value / top, 0.02)
    return { x: percent((at + offset) * slot), y: percent(1 - height), height: percent(height) }
  }
  const hourOf = ({ from, kept, taken }: Hour, at: number): HourView => {
    const hour = sayTime(from, timeZone).replace(':00', '')
    const label = at % 6 === 0 ? hour : null
    return {
      hour,
      label,
      kept,
      taken,
      x: percent(at * slot),
      keptBar: bar(at, 0.1, kept),
      takenBar: bar(at, 0.52, taken),
    }
  }
  return {
    top: sayNumber(top),
    width: percent(slot),
    bar: percent(slot * 0.38),
    hours: hours.map(hourOf),
    empty: most === 0,
  }
}
