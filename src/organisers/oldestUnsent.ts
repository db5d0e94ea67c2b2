import { stateOf } from '../delivery/state.ts'
import { newestOfEach } from './newest.ts'
import type { Post } from './post.ts'

/** When (ms, UTC) the oldest letter to the body that nobody has taken yet was queued; null when there is none. */
export const oldestUnsentAt = async (post: Pick<Post, 'entries'>, now: number): Promise<number | null> => {
  const unsent = newestOfEach(await post.entries())
    .filter(({ delivery }) => ['waiting', 'trying', 'unknown'].includes(stateOf(delivery, now)))
    .map(({ delivery }) => delivery.queuedAt)
  return unsent.length === 0 ? null : unsent.reduce((one, other) => Math.min(one, other))
}
