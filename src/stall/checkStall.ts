import { dayOf, oddityOf } from '../consultation/moments.ts'

/** Cards that a stall may begin with; more can be made one by one. */
export const MOST_CARDS = 30

const LONGEST = 80

/** A stall as it was typed. */
export type TypedStall = { name: string; place: string; day: string; cards: string }

type Wrong = { field: keyof TypedStall; text: string }

const wrongWords = (field: 'name' | 'place', words: string, missing: string): Wrong[] => {
  if (words === '') return [{ field, text: missing }]
  return words.length > LONGEST
    ? [{ field, text: `Say it in at most ${LONGEST} letters: it has to fit on a card.` }]
    : []
}

const wrongDay = (day: string, now: number, timeZone: string): Wrong[] => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || oddityOf(`${day}T12:00`, timeZone) !== null)
    return [{ field: 'day', text: 'Choose the day, as in 2017-09-30.' }]
  return day < dayOf(now, timeZone) ? [{ field: 'day', text: 'That day has passed. Choose another.' }] : []
}

/** What is wrong with a stall as it was typed, in sentences; `now` is ms, UTC. */
export const checkStall = ({ name, place, day, cards }: TypedStall, now: number, timeZone: string): Wrong[] => {
  const isCount = /^\d{1,2}$/.test(cards) && Number(cards) >= 1 && Number(cards) <= MOST_CARDS
  return [
    ...wrongWords('name', name, 'Give the stall a name, such as “Heathway, outside the library”.'),
    ...wrongWords('place', place, 'Say where it stands, so that volunteers find it.'),
    ...wrongDay(day, now, timeZone),
    ...(isCount
      ? []
      : [{ field: 'cards' as const, text: `Say how many cards, from 1 to ${MOST_CARDS}: one for each tablet.` }]),
  ]
}
