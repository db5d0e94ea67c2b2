import { dayOf, sayDay } from '../consultation/moments.ts'
import { sayNumber } from '../organisers/ledgerWords.ts'
import type { StallHour } from '../stall/stalls.ts'
import { dayChart } from './dayChart.ts'
import { whenAtTray } from './trayAt.ts'
import type { DayView } from './trayViews.ts'

/** What the day came to, in a sentence that is true. */
const warmWords = (hours: StallHour[], when: string): string => {
  const sum = (what: 'started' | 'finished') => hours.reduce((all, hour) => all + hour[what], 0)
  const [started, finished] = [sum('started'), sum('finished')]
  if (finished === 1) return `One person said what they think ${when}.`
  if (finished > 1) return `${sayNumber(finished)} people said what they think ${when}.`
  return started > 0 ? 'Somebody has begun. The first word is the hardest.' : 'Nobody has begun here yet.'
}

/** A stall's day by the hour: numbers alone, nobody's answers. */
export const showDay = whenAtTray(async (site, { now }, { stall, back }) => {
  const { timeZone } = site.consultation
  const hours = await site.stalls.hours(stall.id)
  const when = dayOf(now, timeZone) === stall.day ? 'today' : `on ${sayDay(stall.day)}`
  const view: DayView = {
    ...{ stall: stall.name, place: stall.place, day: sayDay(stall.day), back },
    warm: warmWords(hours, when),
    ...dayChart(hours, timeZone),
  }
  return { page: 'day', view }
})
