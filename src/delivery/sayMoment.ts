import { dayOf, localTime, sayDay, sayZone } from '../consultation/moments.ts'

/** "21:14:07", for a moment (ms, UTC) on the clocks of a time zone. */
export const sayClock = (ms: number, timeZone: string): string => localTime(ms, timeZone).slice(11)

/** "21:14:07 on Monday 25 September 2017, UK time", for a moment (ms, UTC). */
export const sayMoment = (ms: number, timeZone: string): string =>
  `${sayClock(ms, timeZone)} on ${sayDay(dayOf(ms, timeZone))}, ${sayZone(timeZone)}`
