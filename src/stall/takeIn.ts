import { hasClosed } from '../consultation/closing.ts'
import type { Consultation } from '../consultation/consultation.ts'
import type { Sending } from '../delivery/sending.ts'
import { newReference } from '../responses/reference.ts'
import { ReferenceTaken } from '../responses/response.ts'
import { type Asked, bringingOf } from './bringing.ts'
import type { Finished } from './finished.ts'
import { openFinished } from './openFinished.ts'
import { digestOf, signReceipt } from './receipt.ts'
import { makeMayVouch, type Sparing } from './sparing.ts'
import type { Bringing, StallStore } from './stall.ts'
import type { Brought, Stalls } from './stalls.ts'
import type { TakenIn } from './takenIn.ts'
import { makeVouch } from './vouching.ts'

/** What taking in is made of. */
export type TakingParts = Asked &
  Sparing & {
    store: StallStore
    consultation: Consultation
    secrets: { seal: JsonWebKey; receipts: JsonWebKey }
    press: Sending['press']
  }

const TRIES_FOR_REFERENCE = 8

const OTHER: Brought = {
  refused: 'other',
  words:
    'Another response with this number is here already, so this one was not taken. It stays on the tablet: make a rescue file and give it to the organiser.',
}

const UNREADABLE: Brought = {
  refused: 'unreadable',
  words:
    'We could not open what this tablet sent, so it was not taken. It stays on the tablet: make a rescue file and give it to the organiser.',
}

const takeOnce = async (store: StallStore, bringing: Bringing): Promise<boolean> => {
  const { response } = bringing
  for (let attempt = 1; ; attempt += 1) {
    const reference = attempt === 1 ? response.reference : newReference()
    try {
      return await store.take({ ...bringing, response: { ...response, reference } })
    } catch (error) {
      if (!(error instanceof ReferenceTaken) || attempt === TRIES_FOR_REFERENCE) throw error
    }
  }
}

/**
 * Keeps what tablets bring. The response, where it came from and its place in the tray are kept in one go; sending comes
 * after and is one press however often it is begun, so that what was cut off is finished when it is brought again.
 */
export const makeTakeIn = (parts: TakingParts): Stalls['takeIn'] => {
  const { store, consultation, secrets, clock } = parts
  const [vouch, mayVouch] = [makeVouch(parts), makeMayVouch(parts)]

  const keep = async (brought: Finished, from: Parameters<typeof bringingOf>[2]) =>
    takeOnce(store, await bringingOf(parts, brought, from, clock(), () => mayVouch(from.shiftId)))

  const receiptOf = async ({ id, digest, at }: TakenIn, own: string): Promise<Brought> => {
    const reference = (await store.referenceOf(id)) ?? own
    const late = hasClosed(consultation, at)
    return { receipt: await signReceipt(secrets.receipts, { id, digest, at, reference, late }) }
  }

  return async (shiftId, id, sealed, firstByteAt) => {
    const digest = await digestOf(sealed)
    const before = await store.taken(id)
    if (before && before.digest !== digest) return OTHER
    const brought = await openFinished(secrets.seal, id, sealed)
    if (!brought) return UNREADABLE
    if (!before) await keep(brought, { shiftId, digest, firstByteAt })
    // Of two that come at once, one took it; a response of another origin under this id left nothing.
    const taken = before ?? (await store.taken(id))
    if (taken?.digest !== digest) return OTHER
    await vouch.one(id, clock())
    return receiptOf(taken, brought.reference)
  }
}
