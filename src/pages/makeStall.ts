import { dayOf, oddityOf } from '../consultation/moments.ts'
import { whenOrganiser } from './organiser.ts'
import type { Outcome } from './outcome.ts'
import type { PageRequest } from './request.ts'
import type { Site } from './site.ts'
import { stallDay, stallLine } from './stallWords.ts'
import type { Problem } from './viewParts.ts'

/** Cards that a stall may begin with; more can be made one by one. */
export const MOST_CARDS = 30

const LONGEST = 80

type Typed = { name: string; place: string; day: string; cards: string }

const typedIn = ({ fields }: PageRequest): Typed => {
  const one = (name: string) => (fields[name]?.[0] ?? '').replace(/\s+/g, ' ').trim()
  return { name: one('name'), place: one('place'), day: one('day'), cards: one('cards') }
}

/** What is wrong with a stall as it was typed, in sentences; `now` is ms, UTC. */
export const stallProblems = ({ name, place, day, cards }: Typed, now: number, timeZone: string): Problem[] => {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day) && oddityOf(`${day}T12:00`, timeZone) === null
  const isCount = /^\d{1,2}$/.test(cards) && Number(cards) >= 1 && Number(cards) <= MOST_CARDS
  const tooLong = `Say it in at most ${LONGEST} letters: it has to fit on a card.`
  const long = (field: string, text: string) => (text.length > LONGEST ? [{ field, text: tooLong }] : [])
  return [
    ...(name === ''
      ? [{ field: 'name', text: 'Give the stall a name, such as “Heathway, outside the library”.' }]
      : []),
    ...long('name', name),
    ...(place === '' ? [{ field: 'place', text: 'Say where it stands, so that volunteers find it.' }] : []),
    ...long('place', place),
    ...(isDay ? [] : [{ field: 'day', text: 'Choose the day, as in 2017-09-30.' }]),
    ...(isDay && day < dayOf(now, timeZone) ? [{ field: 'day', text: 'That day has passed. Choose another.' }] : []),
    ...(isCount ? [] : [{ field: 'cards', text: `Say how many cards, from 1 to ${MOST_CARDS}: one for each tablet.` }]),
  ]
}

const stallsPage = async (
  site: Site,
  { now }: PageRequest,
  typed: Typed,
): Promise<Outcome & { page: 'organiser-stalls' }> => {
  const reading = { now, timeZone: site.consultation.timeZone }
  const stalls = (await site.stalls.all()).map((stall) => ({
    ...{ href: `/organiser/stalls/${stall.id}`, name: stall.name, place: stall.place },
    ...{ day: stallDay(stall), says: stallLine(stall, reading) },
  }))
  const misfits = (await site.stalls.misfits(null)).map(({ reference }) => reference)
  return { page: 'organiser-stalls', view: { stalls, misfits, form: { ...typed, most: MOST_CARDS } } }
}

/** The stalls, and the form that makes one. */
export const showStalls = whenOrganiser(async (site, request) => {
  const { fields, now } = request
  const today = dayOf(now, site.consultation.timeZone)
  const typed = fields.name ? typedIn(request) : { name: '', place: '', day: today, cards: '4' }
  return stallsPage(site, request, typed)
})

/** Makes a stall with its cards. */
export const makeStall = whenOrganiser(async (site, request) => {
  const typed = typedIn(request)
  const problems = stallProblems(typed, request.now, site.consultation.timeZone)
  if (problems.length > 0) return { ...(await stallsPage(site, request, typed)), status: 422, problems }
  const { id } = await site.stalls.make({ ...typed, cards: Number(typed.cards) }, request.now)
  return { redirect: `/organiser/stalls/${id}` }
})
