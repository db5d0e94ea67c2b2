import type { Happening, Tally } from './stall.ts'
import type { StallHour } from './stalls.ts'

/** What tablets and trays counted, hour by hour, in the order of time; an hour without anybody is not there. */
export const stallHours = (
  tallies: Tally[],
  happenings: { what: Happening; from: number; count: number }[],
): StallHour[] => {
  const hours = new Map<number, StallHour>()
  const add = (from: number, more: Partial<StallHour>) => {
    const hour = hours.get(from) ?? { from, started: 0, finished: 0, printed: 0, sent: 0 }
    const sum = (what: Exclude<keyof StallHour, 'from'>) => hour[what] + (more[what] ?? 0)
    const [started, finished, printed, sent] = [sum('started'), sum('finished'), sum('printed'), sum('sent')]
    hours.set(from, { from, started, finished, printed, sent })
  }
  for (const { from, ...people } of tallies.flat()) add(from, people)
  for (const { from, what, count } of happenings) add(from, { [what]: count })
  return [...hours.values()].toSorted((one, other) => one.from - other.from)
}
