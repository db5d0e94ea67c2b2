import type { Consultation } from './consultation.ts'
import { dayOf, daysBetween, sayDay, sayTime, sayZone, workingDaysBefore } from './moments.ts'

type Closes = Pick<Consultation, 'closesAtMs' | 'timeZone'>

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** The one rule of the deadline: a moment is in time while it lies before the closing, to the millisecond. */
export const hasClosed = ({ closesAtMs }: Pick<Closes, 'closesAtMs'>, now: number): boolean => now >= closesAtMs

/** What is left before the closing (ms), by which what must be done sooner is judged; 0 or less once it has closed. */
export const msToClosing = ({ closesAtMs }: Pick<Closes, 'closesAtMs'>, now: number): number => closesAtMs - now

const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`

const hoursAndMinutes = (ms: number): string => {
  const [hours, minutes] = [Math.floor(ms / HOUR), Math.floor((ms % HOUR) / MINUTE)]
  if (hours >= 3) return count(hours, 'hour')
  if (hours > 0) return minutes > 0 ? `${count(hours, 'hour')} ${count(minutes, 'minute')}` : count(hours, 'hour')
  return minutes > 0 ? count(minutes, 'minute') : 'Less than a minute'
}

const sayHours = (minutes: number): string =>
  [count(Math.floor(minutes / 60), 'hour'), ...(minutes % 60 > 0 ? [count(minutes % 60, 'minute')] : [])].join(' ')

/** How long is left, in words ("11 days left"), or null when the consultation has closed. */
export const timeLeft = (closes: Closes, now: number): string | null => {
  if (hasClosed(closes, now)) return null
  const days = daysBetween(now, closes.closesAtMs, closes.timeZone)
  return `${days > 0 ? count(days, 'day') : hoursAndMinutes(closes.closesAtMs - now)} left`
}

/** What is left in hours and minutes, however many ("271 hours 30 minutes"), or null when the consultation has closed. */
export const hoursLeft = (closes: Closes, now: number): string | null => {
  if (hasClosed(closes, now)) return null
  const minutes = Math.floor((closes.closesAtMs - now) / MINUTE)
  return minutes < 60 ? hoursAndMinutes(minutes * MINUTE) : sayHours(minutes)
}

/** A moment, or the closing once that has passed: where a record of the days before it ends. */
export const untilClosing = (closes: Closes, now: number): number => (hasClosed(closes, now) ? closes.closesAtMs : now)

/** The closing as it is said on a page: the day, the time, and what is left at `now`. */
export const sayClosing = (closes: Closes, now: number) => ({
  day: sayDay(dayOf(closes.closesAtMs, closes.timeZone)),
  time: `${sayTime(closes.closesAtMs, closes.timeZone)}, ${sayZone(closes.timeZone)}`,
  left: timeLeft(closes, now),
  passed: hasClosed(closes, now),
})

/** The last safe day to post (YYYY-MM-DD): our own margin of working days before the day of the closing. */
export const lastPostingDay = (c: Closes & Pick<Consultation, 'posting'>): string =>
  workingDaysBefore(dayOf(c.closesAtMs, c.timeZone), c.posting.workingDays, c.posting.holidays)

/** True on the closing day itself, past the last safe day to post: what is posted now does not arrive in time. */
export const isTooLateToPost = (c: Closes & Pick<Consultation, 'posting'>, now: number): boolean => {
  const today = dayOf(now, c.timeZone)
  return today > lastPostingDay(c) && today >= dayOf(c.closesAtMs, c.timeZone)
}
