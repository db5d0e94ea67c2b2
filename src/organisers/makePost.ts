import type { Carrier } from '../delivery/carrier.ts'
import type { DeliveryStore } from '../delivery/deliveryStore.ts'
import type { Post } from './post.ts'
import { tellPerson } from './tellPerson.ts'

/** The post as organisers know it, over the store; `carrier` is null where no mail is set up, and then nothing is wrong. */
export const makePost = (store: DeliveryStore, carrier: Pick<Carrier, 'trouble'> | null): Post => ({
  entries: () => store.entries(),
  keptUnsent: () => store.keptUnsent(),
  tally: () => store.tally(),
  tryAgain: async (deliveryId, now) => (await store.tryAgain(deliveryId, now)) !== null,
  tellPerson: (deliveryId, now) => tellPerson(store, deliveryId, now),
  lastRoundAt: async () => {
    const beats = (await store.workers()).map(({ beatAt }) => beatAt)
    return beats.length > 0 ? Math.max(...beats) : null
  },
  trouble: async () => carrier?.trouble() ?? null,
})
