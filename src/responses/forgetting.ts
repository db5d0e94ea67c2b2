import type { Consultation } from '../consultation/consultation.ts'
import { endOfDay } from '../consultation/moments.ts'
import type { ResponseStore } from './response.ts'

/** A response is kept this long after its last change, though the pack's own day has passed. */
export const daysAfterLastChange = 30

const keptMs = daysAfterLastChange * 24 * 60 * 60 * 1000

/** What a pack says about forgetting: the last day on which answers are kept, YYYY-MM-DD, and where that day is lived. */
export type Forgetting = Pick<Consultation, 'forgetAfter' | 'timeZone'>

const packsLastMoment = ({ forgetAfter, timeZone }: Forgetting): number => endOfDay(forgetAfter, timeZone)

/** Until when (ms, UTC) a response last changed then is kept: the end of the pack's day, or 30 days on, whichever is later. */
export const forgetAt = (lastChange: number, pack: Forgetting): number =>
  Math.max(packsLastMoment(pack), lastChange + keptMs)

/** Deletes every response kept past its time, for good; answers how many. Run it at start and every hour. */
export const forgetDue = async (store: ResponseStore, pack: Forgetting, now: number): Promise<number> =>
  now > packsLastMoment(pack) ? store.forgetBefore(now - keptMs, now) : 0
