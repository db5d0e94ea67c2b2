import { Temporal } from 'temporal-polyfill'
import { WrongUsage } from './options.ts'

const zone = 'Europe/London'
const shape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/

/** Where a first rehearsal starts: a Monday morning eleven days before MOPAC's closing. */
export const firstMoment = '2017-09-25T10:00'

/** A London time as typed after `--at`, in milliseconds since 1970, UTC. Throws WrongUsage. */
export const readMoment = (typed: string): number => {
  try {
    if (!shape.test(typed)) throw new RangeError('another shape')
    return Temporal.PlainDateTime.from(typed, { overflow: 'reject' }).toZonedDateTime(zone).epochMilliseconds
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new WrongUsage(
      `"${typed}" is not a time that --at can take. Write London time like this: --at 2017-10-06T17:25`,
    )
  }
}

/** A moment (ms, UTC) as London's clocks show it: "2017-10-06T17:25:00". */
export const londonTime = (moment: number): string =>
  Temporal.Instant.fromEpochMilliseconds(moment)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'second' })
