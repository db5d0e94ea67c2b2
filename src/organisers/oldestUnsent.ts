import { oldestOpen } from '../delivery/standing.ts'
import type { Post } from './post.ts'

/** When (ms, UTC) the oldest letter to the body that may yet be tried was queued; null when there is none. */
export const oldestUnsentAt = async (post: Pick<Post, 'entries'>): Promise<number | null> =>
  oldestOpen(await post.entries())?.delivery.queuedAt ?? null
