import type { ShiftAtStall } from '../stall/stall.ts'
import type { Outcome } from './outcome.ts'
import type { PageRequest } from './request.ts'
import type { Controller, Site } from './site.ts'

const REVOKED =
  'This tablet is not paired, or its card was revoked. What waits on it stays on it: make a rescue file and give it to the organiser.'

/** What a tablet is told whose key opens nothing, whether it was revoked or never was. */
export const notPaired: Outcome = { json: { refused: 'revoked', words: REVOKED }, status: 401 }

/** A controller for tablets that bring their pairing key in a header; any other is told so (401). */
export const whenTablet =
  (controller: (site: Site, request: PageRequest, shift: ShiftAtStall) => Promise<Outcome>): Controller =>
  async (site, request) => {
    const shift = request.pairingKey && (await site.stalls.shiftByPairingKey(request.pairingKey))
    return shift ? controller(site, request, shift) : notPaired
  }
