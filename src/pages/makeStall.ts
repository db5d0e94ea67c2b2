import { dayOf } from '../consultation/moments.ts'
import { checkStall, MOST_CARDS, type TypedStall } from '../stall/checkStall.ts'
import { misfitsIn } from './misfits.ts'
import { whenOrganiser } from './organiser.ts'
import type { Outcome } from './outcome.ts'
import type { PageRequest } from './request.ts'
import type { Site } from './site.ts'
import { stallDay, stallLine } from './stallWords.ts'

const typedIn = ({ fields }: PageRequest): TypedStall => {
  const one = (name: string) => (fields[name]?.[0] ?? '').replace(/\s+/g, ' ').trim()
  return { name: one('name'), place: one('place'), day: one('day'), cards: one('cards') }
}

const stallsPage = async (
  site: Site,
  { now }: PageRequest,
  typed: TypedStall,
): Promise<Outcome & { page: 'organiser-stalls' }> => {
  const reading = { now, timeZone: site.consultation.timeZone }
  const stalls = (await site.stalls.all()).map((stall) => ({
    ...{ href: `/organiser/stalls/${stall.id}`, name: stall.name, place: stall.place },
    ...{ day: stallDay(stall), says: stallLine(stall, reading) },
  }))
  const misfits = misfitsIn(await site.stalls.brought(null), reading)
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
  const problems = checkStall(typed, request.now, site.consultation.timeZone)
  if (problems.length > 0) return { ...(await stallsPage(site, request, typed)), status: 422, problems }
  const { id } = await site.stalls.make({ ...typed, cards: Number(typed.cards) }, request.now)
  return { redirect: `/organiser/stalls/${id}` }
})
