import type { Entry } from '../delivery/deliveryStore.ts'
import { isTaken } from '../delivery/state.ts'

const HOUR = 60 * 60_000
const SHOWN = 24

/** One hour from `from` (ms, UTC): versions kept here in it, and letters taken by whoever takes them. */
export type Hour = { from: number; kept: number; taken: number }

/** The last 24 hours up to a moment (ms, UTC), the one that it lies in the last. */
export const hoursUntil = (entries: Entry[], end: number): Hour[] => {
  const last = Math.floor(end / HOUR) * HOUR
  const hours = Array.from({ length: SHOWN }, (_, at) => ({ from: last - (SHOWN - 1 - at) * HOUR, kept: 0, taken: 0 }))
  const hourOf = (moment: number) => hours[Math.floor((moment - hours[0]!.from) / HOUR)]
  for (const committedAt of new Map(
    entries.map(({ submission }) => [submission.id, submission.committedAt]),
  ).values()) {
    const hour = hourOf(committedAt)
    if (hour) hour.kept += 1
  }
  for (const { delivery } of entries.filter((entry) => isTaken(entry.delivery))) {
    const hour = hourOf(delivery.acceptedAt ?? Number.NaN)
    if (hour) hour.taken += 1
  }
  return hours
}
