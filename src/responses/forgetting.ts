import { Temporal } from 'temporal-polyfill'
import type { ResponseStore } from './response.ts'

/** A response is kept this long after its last change, though the pack's own day has passed. */
export const daysAfterLastChange = 30

const keptMs = daysAfterLastChange * 24 * 60 * 60 * 1000

/** What a pack says about forgetting: the last day on which answers are kept, YYYY-MM-DD, and where that day is lived. */
export type Forgetting = { forgetAfter: string; timeZone: string }

const endOfDay = ({ forgetAfter, timeZone }: Forgetting): number =>
  Temporal.PlainDate.from(forgetAfter).add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds

/** Until when (ms, UTC) a response last changed then is kept: the end of the pack's day, or 30 days on, whichever is later. */
export const forgetAt = (lastChange: number, pack: Forgetting): number => Math.max(endOfDay(pack), lastChange + keptMs)

/** Deletes every response kept past its time, for good; answers how many. Run it at start and every hour. */
export const forgetDue = async (store: ResponseStore, pack: Forgetting, now: number): Promise<number> =>
  now > endOfDay(pack) ? store.forgetBefore(now - keptMs) : 0
