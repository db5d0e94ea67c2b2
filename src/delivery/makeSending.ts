import type { Consultation } from '../consultation/consultation.ts'
import type { Bell } from './bell.ts'
import { makeChanges } from './changes.ts'
import { type CodeParts, makeCodes } from './codes.ts'
import type { CarrierKind } from './delivery.ts'
import type { DeliveryStore } from './deliveryStore.ts'
import { draftWords } from './draftWords.ts'
import type { Attachment } from './letter.ts'
import { nameIn } from './nameIn.ts'
import { lettersFor } from './plan.ts'
import type { Proof } from './proof.ts'
import type { Sending } from './sending.ts'
import { newestOf } from './standing.ts'
import type { Frozen } from './submission.ts'

/** What sending is made of. */
export type SendingParts = CodeParts & {
  store: DeliveryStore
  consultation: Consultation
  clock: () => number
  /** How letters leave; null without mail. */
  way: CarrierKind | null
  /** This consultation's `fingerprintOf`. */
  fingerprint: string
  /** Rings by a response's id; the outbox rings the same one. */
  bell: Bell
  /** An email as the bytes of a file that mail programs open unsent. */
  draft(draft: { to: string; subject: string; text: string; attachment: Attachment }): Promise<Uint8Array>
}

/** All that a visitor's pages do with the post. */
export const makeSending = (parts: SendingParts): Sending => {
  const { store, consultation, clock, bell, way, from } = parts

  const codes = makeCodes(parts)

  const isProved = (proof: Proof | null, { address, vouched }: Pick<Frozen, 'address' | 'vouched'>) =>
    address === null ? vouched !== null : proof !== null && proof.provedAt !== null && proof.address === address

  return {
    way,
    from,
    ...codes,

    async press({ key, ...press }) {
      if (way === null) throw new Error('no mail is set up, so nothing can be sent')
      const proof = await codes.proofOf({ response: { id: press.responseId }, key })
      if (!isProved(proof, press.frozen)) {
        // Who was deleted has no proof any more.
        if (proof === null) return { gone: true }
        throw new Error('nothing is sent in the name of an address that was not proved')
      }
      const nameOf = (answers: Frozen['answers']) => nameIn(consultation, answers)
      const whole = { ...press, nameOf, fingerprint: parts.fingerprint }
      const pressed = await store.press(whole, (kept) => lettersFor(kept, consultation), clock)
      if ('kept' in pressed) {
        parts.ring()
        bell.ring(press.responseId)
      }
      return pressed
    },

    hasSent: (responseId) => store.hasSent(responseId),

    async sent(responseId) {
      const versions = await store.sent(responseId)
      return versions.map(({ submission, deliveries }) => {
        const response = newestOf(deliveries, 'response')
        const earlier = deliveries.filter((one) => one.letter === 'response' && one !== response)
        return { submission, response, earlier, copy: newestOf(deliveries, 'copy') }
      })
    },

    async sayOwnWay(responseId, own, now) {
      await store.sayOwnWay(responseId, own, now)
      bell.ring(responseId)
    },
    ownWayOf: store.ownWayOf,

    draft: (response, { name, bytes }) =>
      parts.draft({ ...draftWords(consultation, response), attachment: { name, type: 'application/pdf', bytes } }),
    draftWords: (response) => draftWords(consultation, response),

    changes: makeChanges(bell, store.timesOf),
  }
}
