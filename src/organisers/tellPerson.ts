import type { Consultation } from '../consultation/consultation.ts'
import { tellingOf } from '../delivery/deadline.ts'
import type { DeliveryStore } from '../delivery/deliveryStore.ts'
import type { Told } from './post.ts'

type Store = Pick<DeliveryStore, 'delivery' | 'submission' | 'queue'>

/**
 * Queues the letter that tells a person what became of a delivery of theirs, once for each outcome and occasion, at `now` (ms, UTC).
 * `nobody`: there is no such letter, no address, or nothing that they need to be told.
 */
export const tellPerson = async (
  store: Store,
  consultation: Consultation,
  deliveryId: string,
  now: number,
): Promise<Told> => {
  const delivery = await store.delivery(deliveryId)
  if (delivery?.letter !== 'response' || delivery.submissionId === null) return 'nobody'
  const submission = await store.submission(delivery.submissionId)
  const to = submission?.frozen?.address
  const telling = submission && tellingOf({ delivery, submission }, consultation, now)
  if (!to || !telling) return 'nobody'
  const queued = await store.queue([{ ...telling, to }], now)
  return queued.length > 0 ? 'written' : 'already'
}
