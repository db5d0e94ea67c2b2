import type { StallStore } from './stall.ts'
import { isForgotten } from './stallDay.ts'

type Tidying = { store: Pick<StallStore, 'stalls' | 'close'>; timeZone: string }

/** Closes stalls that nobody closed, long after their day. What was not printed stays, for organisers alone. */
export const closeForgotten = async ({ store, timeZone }: Tidying, now: number): Promise<void> => {
  for (const stall of await store.stalls()) {
    if (isForgotten(stall, now, timeZone)) await store.close(stall.id, now, { keepUnprinted: true })
  }
}
