import { hasClosed } from '../consultation/closing.ts'
import type { Shift, Stall } from '../stall/stall.ts'
import { misfitsIn, oldersIn } from './misfits.ts'
import { whenOrganiser } from './organiser.ts'
import type { Outcome } from './outcome.ts'
import type { PageRequest } from './request.ts'
import type { Controller, Site } from './site.ts'
import { cardView, overWords, stallDay } from './stallWords.ts'

/** Cards that a stall may have in all. */
const MOST_IN_ALL = 99

type WithShifts = Stall & { shifts: Shift[] }

/** A controller for organisers about one stall; a stall that is not there is not found. */
export const whenStall = (
  controller: (site: Site, request: PageRequest, stall: WithShifts) => Promise<Outcome>,
): Controller =>
  whenOrganiser(async (site, request) => {
    const stall = await site.stalls.one(request.params.id ?? '')
    return stall ? controller(site, request, stall) : { page: 'not-found', status: 404, view: {} }
  })

const DONE: Record<string, string> = {
  revoked: 'Revoked. That card and its tablet open nothing any more.',
  card: 'One more card was made. Print it.',
  closed: 'The stall is closed, and its tray is empty. What still waits on tablets may come, and is shown here.',
}

/** The address of a stall's page. */
export const stallAt = ({ id }: Pick<Stall, 'id'>): string => `/organiser/stalls/${id}`

/** One stall: its cards, its tablets, and what waits. */
export const showStall = whenStall(async (site, { query, now }, stall) => {
  const reading = { now, timeZone: site.consultation.timeZone }
  const over = overWords(stall, reading)
  const waiting = (await site.stalls.tray(stall.id)).filter(({ printedAt }) => printedAt === null)
  const late = waiting.filter(({ addedAt }) => hasClosed(site.consultation, addedAt)).length
  const brought = await site.stalls.brought(stall.id)
  const self = stallAt(stall)
  return {
    page: 'organiser-stall',
    view: {
      ...{ name: stall.name, place: stall.place, day: stallDay(stall), done: DONE[query.done ?? ''] ?? null },
      ...{ over, closed: stall.closedAt !== null, unprinted: waiting.length, late },
      ...{ misfits: misfitsIn(brought, reading), olders: oldersIn(brought) },
      cards: stall.shifts.map((shift) => cardView(shift, reading)),
      links: { self, poster: `${self}/poster`, cards: `${self}/cards` },
      more: over === null && stall.shifts.length < MOST_IN_ALL,
    },
  }
})

/** Makes one more card. */
export const addCard = whenStall(async (site, _request, stall) => {
  if (stall.shifts.length >= MOST_IN_ALL) return { redirect: stallAt(stall) }
  await site.stalls.addCard(stall.id)
  return { redirect: `${stallAt(stall)}?done=card` }
})

/** Closes a stall and empties its tray. */
export const closeStall = whenStall(async (site, { now }, stall) => {
  await site.stalls.close(stall.id, now)
  return { redirect: `${stallAt(stall)}?done=closed` }
})
