import type { Consultation } from '../consultation/consultation.ts'
import { tellingOf } from '../delivery/deadline.ts'
import type { DeliveryStore } from '../delivery/deliveryStore.ts'

type Store = Pick<DeliveryStore, 'delivery' | 'submission' | 'queue'>

/**
 * Queues the letter that tells a person what became of a delivery of theirs, once for each outcome and occasion, at `now` (ms, UTC).
 * False when nobody can be told: no such letter, no address, or nothing that they need to be told.
 */
export const tellPerson = async (
  store: Store,
  consultation: Consultation,
  deliveryId: string,
  now: number,
): Promise<boolean> => {
  const delivery = await store.delivery(deliveryId)
  if (delivery?.letter !== 'response' || delivery.submissionId === null) return false
  const submission = await store.submission(delivery.submissionId)
  const to = submission?.frozen?.address
  const telling = submission && tellingOf({ delivery, submission }, consultation, now)
  if (!to || !telling) return false
  await store.queue([{ ...telling, to }], now)
  return true
}
