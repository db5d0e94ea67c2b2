import type { Carrier } from './carrier.ts'
import type { DeliveryStore } from './deliveryStore.ts'

/**
 * Has a carrier drop its copies of letters whose words are gone for good. A copy that cannot be dropped now is tried again
 * the next time, and holds up no other; then it throws.
 */
export const dropForgotten = async (
  store: Pick<DeliveryStore, 'forgotten' | 'dropped'>,
  carrier: Pick<Carrier, 'forget'>,
): Promise<void> => {
  const gone: string[] = []
  const failures: unknown[] = []
  for (const messageId of await store.forgotten()) {
    await carrier.forget(messageId).then(
      () => gone.push(messageId),
      (error: unknown) => failures.push(error),
    )
  }
  if (gone.length > 0) await store.dropped(gone)
  if (failures.length > 0) throw new AggregateError(failures, 'copies of deleted letters could not be dropped')
}
