import type { CountStore } from '../responses/countStore.ts'
import type { StallStore } from './stall.ts'
import { worksUntil } from './stallDay.ts'
import type { Brought, Stalls } from './stalls.ts'

const HOUR = 60 * 60_000

/** New responses that one tablet brings in an hour: four a minute, far more than people finish there. */
export const BROUGHT_AN_HOUR = 240

/** Responses that one tablet's volunteer sends by their word in an hour. */
export const VOUCHED_AN_HOUR = 60

/** What caps are made of. */
export type Sparing = {
  store: Pick<StallStore, 'taken' | 'shift'>
  counts: CountStore
  timeZone: string
  clock(): number
}

/**
 * Whether a shift's word may send one more. Not long after its stall, nor without end: whoever has found a tablet could fill
 * the body's mailbox. One whose tablet nobody knows comes from the organiser's own hand.
 */
export const makeMayVouch =
  ({ store, counts, timeZone, clock }: Sparing) =>
  async (shiftId: string | null): Promise<boolean> => {
    if (shiftId === null) return true
    const [shift, now] = [await store.shift(shiftId), clock()]
    if (!shift || now >= worksUntil(shift.stall, timeZone)) return false
    return (await counts.add(`vouched ${shiftId}`, HOUR, now)).count <= VOUCHED_AN_HOUR
  }

const FULL: Brought = {
  refused: 'full',
  words:
    'This tablet has brought very many responses within an hour, so this one was not taken yet. It stays on the tablet and comes up later by itself.',
}

/** Takes in what a tablet brings by itself, so many new ones an hour; what is here already is answered at any time. */
export const makeSync =
  ({ store, counts, clock }: Sparing, takeIn: Stalls['takeIn']): Stalls['sync'] =>
  async (shiftId, id, sealed, firstByteAt) => {
    const name = `brought ${shiftId}`
    if (await store.taken(id)) return takeIn(shiftId, id, sealed, firstByteAt)
    if ((await counts.add(name, HOUR, clock())).count > BROUGHT_AN_HOUR) return FULL
    const brought = await takeIn(shiftId, id, sealed, firstByteAt)
    if ('refused' in brought) await counts.takeBack(name)
    return brought
  }
