import type { Clock } from './clock.ts'
import { oldestUnsentAt } from './organisers/oldestUnsent.ts'
import type { Post } from './organisers/post.ts'
import { ROUND_MISSED_MS } from './organisers/postHealth.ts'
import type { CountStore } from './responses/countStore.ts'
import type { Readiness } from './web/ready.ts'

/** Anybody may ask, so that it is looked once in so many milliseconds of steady time. */
const LOOK_EVERY_MS = 5_000

const MINUTE = 60_000

type Looked = { post: Post; counts: CountStore; clock: Clock; mail: boolean }

const lookNow = async ({ post, counts, clock, mail }: Looked): Promise<Readiness> => {
  const now = clock()
  const database = await counts.add('looked whether all is there', MINUTE, now).then(
    () => true,
    () => false,
  )
  const [round, oldest] = database ? await Promise.all([post.lastRoundAt(), oldestUnsentAt(post)]) : [null, null]
  const outbox = mail ? round !== null && now - round < ROUND_MISSED_MS : null
  return {
    ready: database && outbox !== false,
    database,
    outbox,
    oldestUnsentMs: oldest === null ? null : now - oldest,
  }
}

/** Looks whether all is there that a visitor needs: a database that takes a write, and an outbox that goes round. */
export const makeLook = (looked: Looked): (() => Promise<Readiness>) => {
  let lookedAt = Number.NEGATIVE_INFINITY
  let found: Promise<Readiness>
  return () => {
    if (performance.now() - lookedAt < LOOK_EVERY_MS) return found
    lookedAt = performance.now()
    found = lookNow(looked)
    return found
  }
}
