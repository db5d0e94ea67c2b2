import { dayOf, daysBefore, LOCAL_TIME, localTime, momentIn } from '../consultation/moments.ts'
import { WrongUsage } from './options.ts'

/** What a rehearsal must know of its pack: whose answers lie in the folder, and when it closes on which clocks. */
export type Rehearsed = { id: string; closesAtMs: number; timeZone: string }

const DAYS_BEFORE = 11

/** Where a first rehearsal starts (ms, UTC): at ten in the morning, eleven days before the closing. */
export const firstMoment = ({ closesAtMs, timeZone }: Rehearsed): number =>
  momentIn(`${daysBefore(dayOf(closesAtMs, timeZone), DAYS_BEFORE)}T10:00`, timeZone)

/** A time as typed after `--at`, on the clocks of the pack's time zone, in milliseconds since 1970, UTC. Throws WrongUsage. */
export const readMoment = (typed: string, { closesAtMs, timeZone }: Rehearsed): number => {
  try {
    if (!LOCAL_TIME.test(typed)) throw new RangeError('another shape')
    return momentIn(typed, timeZone)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const example = localTime(closesAtMs - 5 * 60_000, timeZone).slice(0, 16)
    throw new WrongUsage(
      `"${typed}" is not a time that --at can take. Write the time on the clocks of ${timeZone} like this: --at ${example}`,
    )
  }
}
