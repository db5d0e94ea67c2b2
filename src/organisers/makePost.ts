import type { Consultation } from '../consultation/consultation.ts'
import type { DeliveryStore } from '../delivery/deliveryStore.ts'
import type { Post } from './post.ts'
import { tellPerson } from './tellPerson.ts'

/** What the post is made of: where letters live, for which closing, what wakes the outbox, and what is wrong with the carrier. */
export type PostParts = {
  store: DeliveryStore
  consultation: Consultation
  ring(): void
  trouble(): Promise<string | null>
}

/** The post as organisers know it. */
export const makePost = ({ store, consultation, ring, trouble }: PostParts): Post => ({
  entries: () => store.entries(),
  waiting: () => store.waiting(),
  keptUnsent: () => store.keptUnsent(),
  tally: () => store.tally(),
  queuedAt: (once) => store.queuedAt(once),
  trouble,
  async tryAgain(deliveryId, now) {
    const again = await store.tryAgain(deliveryId, now)
    ring()
    return again !== null
  },
  async tellPerson(deliveryId, now) {
    const told = await tellPerson(store, consultation, deliveryId, now)
    ring()
    return told
  },
  async lastRoundAt() {
    const beats = (await store.workers()).map(({ beatAt }) => beatAt)
    return beats.length > 0 ? Math.max(...beats) : null
  },
})
