import { dayOf, daysBefore, endOfDay, sayDay } from '../consultation/moments.ts'
import { sayNumber } from '../organisers/ledgerWords.ts'
import { opensUntil } from '../stall/stallDay.ts'
import type { StallHour } from '../stall/stalls.ts'
import { dayChart, sumOf } from './dayChart.ts'
import { whenAtTray } from './trayAt.ts'
import type { DayView } from './trayViews.ts'

/** What the day came to, in a sentence that is true. */
const warmWords = (hours: StallHour[], when: string): string => {
  const finished = sumOf(hours, 'finished')
  if (finished === 1) return `One person said what they think ${when}.`
  if (finished > 1) return `${sayNumber(finished)} people said what they think ${when}.`
  return sumOf(hours, 'started') > 0
    ? 'Somebody has begun. The first word is the hardest.'
    : `Nobody has begun here ${when}${when === 'today' ? ' yet' : ''}.`
}

/** What was counted before the day, such as a trial, or after it, such as what came late: said, and not mixed in. */
const otherWords = (hours: StallHour[]): string | null => {
  if (hours.length === 0) return null
  const [began, finished] = [sumOf(hours, 'started'), sumOf(hours, 'finished')].map(sayNumber)
  const [printed, sent] = [sumOf(hours, 'printed'), sumOf(hours, 'sent')].map(sayNumber)
  return `On other days: ${began} began, ${finished} finished, ${printed} printed, ${sent} given to us to send.`
}

/** A stall's day by the hour: numbers alone, nobody's answers. */
export const showDay = whenAtTray(async (site, { now }, { stall, back }) => {
  const { timeZone } = site.consultation
  const [begins, ends] = [
    endOfDay(daysBefore(stall.day, 1), timeZone),
    opensUntil({ day: stall.day, closedAt: null }, timeZone),
  ]
  const all = await site.stalls.hours(stall.id)
  const isOfDay = ({ from }: StallHour) => from >= begins && from < ends
  const hours = all.filter(isOfDay)
  const view: DayView = {
    ...{ stall: stall.name, place: stall.place, day: sayDay(stall.day), back },
    warm: warmWords(hours, dayOf(now, timeZone) === stall.day ? 'today' : `on ${sayDay(stall.day)}`),
    other: otherWords(all.filter((hour) => !isOfDay(hour))),
    ...dayChart(hours, timeZone),
  }
  return { page: 'day', view }
})
