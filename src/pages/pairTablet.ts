import type { Outcome } from './outcome.ts'
import type { PageRequest } from './request.ts'
import type { Controller, Site } from './site.ts'

const PAIRS_NOTHING =
  'This card pairs nothing: it was used or revoked, its stall is over, or the code was cut short. Ask the organiser for another card.'

/** The page behind a card's code, the same for every card: who only looks uses nothing up. */
export const showPairTablet: Controller = (_site, { params }) => ({
  page: 'pair-tablet',
  view: { action: `/stall/pair/${encodeURIComponent(params.token ?? '')}` },
})

/** Pairs this browser by a card that was not used before. */
export const pairTablet: Controller = async (site, { params, now }) => {
  const paired = await site.stalls.pair(params.token ?? '', now)
  return paired
    ? { redirect: '/stall/ready', shiftKey: { carry: paired.key } }
    : { page: 'getting-ready', view: { shift: null }, status: 422, notice: PAIRS_NOTHING }
}

/** The server's own page of a stall: it gets a paired tablet ready, and tells any other how to pair. */
export const gettingReady = async (site: Site, { shiftKey, now }: PageRequest): Promise<Outcome> => {
  const shift = shiftKey && (await site.stalls.shiftOf(shiftKey, now))
  const { name, place } = shift ? shift.stall : { name: '', place: '' }
  return { page: 'getting-ready', view: { shift: shift ? { stall: name, place, card: shift.number } : null } }
}
