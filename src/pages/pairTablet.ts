import { newVisitKey } from '../responses/keys.ts'
import type { Outcome, PageOutcome } from './outcome.ts'
import type { PageRequest } from './request.ts'
import type { Controller, Site } from './site.ts'

const PAIRS_NOTHING =
  'This card pairs nothing here: another browser used it, it was revoked, its stall is over, or the code was cut short. Ask the organiser for another card.'

const PRESS_AGAIN = 'Nothing was paired yet. Please press the button once more.'

const cardPage = ({ params, scanKey }: PageRequest): PageOutcome => ({
  page: 'pair-tablet',
  view: { action: `/stall/pair/${encodeURIComponent(params.token ?? '')}` },
  ...(scanKey ? {} : { scanKey: { carry: newVisitKey() } }),
})

/** The page behind a card's code, the same for every card: who only looks uses nothing up. The browser gets what it is known by. */
export const showPairTablet: Controller = (_site, request) => cardPage(request)

/** Whether this browser is the tablet that a card paired: it may press the button, or scan the card, again. */
const isPaired = async ({ stalls }: Site, { params, shiftKey, now }: PageRequest): Promise<boolean> => {
  const shift = shiftKey && (await stalls.shiftOf(shiftKey, now))
  return shift ? (await stalls.cardOf(shift.id)) === params.token : false
}

/** Pairs this browser by a card that no other one used. */
export const pairTablet: Controller = async (site, request) => {
  const { params, scanKey, now } = request
  if (await isPaired(site, request)) return { redirect: '/stall/ready' }
  if (!scanKey) return { ...cardPage(request), status: 422, notice: PRESS_AGAIN }
  const paired = await site.stalls.pair(params.token ?? '', scanKey, now)
  return paired
    ? { redirect: '/stall/ready', shiftKey: { carry: paired.key }, scanKey: { drop: true } }
    : { page: 'getting-ready', view: { shift: null }, status: 422, notice: PAIRS_NOTHING }
}

/** The server's own page of a stall: it gets a paired tablet ready, and tells any other how to pair. */
export const gettingReady = async (site: Site, { shiftKey, now }: PageRequest): Promise<Outcome> => {
  const shift = shiftKey && (await site.stalls.shiftOf(shiftKey, now))
  const { name, place } = shift ? shift.stall : { name: '', place: '' }
  return { page: 'getting-ready', view: { shift: shift ? { stall: name, place, card: shift.number } : null } }
}
