import { Temporal } from 'temporal-polyfill'

/**
 * A local time ("2017-10-06T17:30") in a time zone ("Europe/London") as milliseconds since 1970, UTC.
 * Throws RangeError where the zone is unknown or the time was skipped or stood twice on that zone's clocks.
 */
export const momentIn = (local: string, timeZone: string): number =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone, { disambiguation: 'reject' }).epochMilliseconds

/** How a local time is written: 2017-10-06T17:30, seconds where they matter. */
export const LOCAL_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/

/** Why `momentIn` has no moment for a local time; null where it has one. */
export const oddityOf = (local: string, timeZone: string): 'no day' | 'no zone' | 'skipped' | 'twice' | null => {
  const parts = attempt(() => Temporal.PlainDateTime.from(local))
  if (!parts) return 'no day'
  const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) =>
    attempt(() => parts.toZonedDateTime(timeZone, { disambiguation })),
  )
  if (!earlier || !later) return 'no zone'
  if (earlier.equals(later)) return null
  return earlier.toPlainDateTime().equals(parts) ? 'twice' : 'skipped'
}

const attempt = <T>(make: () => T): T | null => {
  try {
    return make()
  } catch {
    return null
  }
}

/** The first moment of the day after `day` ("2018-01-06") in a time zone, as milliseconds since 1970, UTC. */
export const endOfDay = (day: string, timeZone: string): number =>
  Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds

/** The day on which a moment (ms, UTC) falls in a time zone, as YYYY-MM-DD. */
export const dayOf = (ms: number, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone).toPlainDate().toString()

/** A moment (ms, UTC) as the clocks of a time zone show it: "2017-10-06T17:25:00". */
export const localTime = (ms: number, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(ms)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'second' })

/** A day (YYYY-MM-DD) moved back by calendar days. */
export const daysBefore = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).subtract({ days }).toString()

/** Whole calendar days from one moment to another (ms, UTC) in a time zone. */
export const daysBetween = (from: number, to: number, timeZone: string): number =>
  Temporal.PlainDate.from(dayOf(from, timeZone)).until(dayOf(to, timeZone)).days

/** A day (YYYY-MM-DD) moved back by working days: Monday to Friday, without the holidays given. */
export const workingDaysBefore = (day: string, count: number, holidays: string[]): string => {
  let date = Temporal.PlainDate.from(day)
  let left = count
  while (left > 0) {
    date = date.subtract({ days: 1 })
    if (date.dayOfWeek <= 5 && !holidays.includes(date.toString())) left -= 1
  }
  return date.toString()
}

// Formats are kept: made anew for each page, they took half of the time that a page takes.
const fullDay = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' })

/** "Friday 6 October 2017", for a day as YYYY-MM-DD. */
export const sayDay = (day: string): string => fullDay.format(new Date(`${day}T12:00Z`)).replace(',', '')

const clocks = new Map<string, Intl.DateTimeFormat>()

const clockIn = (timeZone: string): Intl.DateTimeFormat => {
  const made = new Intl.DateTimeFormat('en-GB', { hour: 'numeric', minute: '2-digit', hour12: true, timeZone })
  clocks.set(timeZone, made)
  return made
}

const clockWords: Record<string, string> = { '12:00pm': 'midday', '12:00am': 'midnight' }

/** "5:30pm" or "midday", for a moment (ms, UTC) in a time zone. */
export const sayTime = (ms: number, timeZone: string): string => {
  const clock = (clocks.get(timeZone) ?? clockIn(timeZone))
    .format(new Date(ms))
    .replace(/\s/g, '')
    .toLowerCase()
    .replace(/^0:/, '12:')
  return clockWords[clock] ?? clock
}

/** Whose clocks a time is on, in words: "UK time" for Europe/London, else the zone's city, such as "Paris time". */
export const sayZone = (timeZone: string): string =>
  timeZone === 'Europe/London' ? 'UK time' : `${timeZone.split('/').at(-1)?.replaceAll('_', ' ')} time`
