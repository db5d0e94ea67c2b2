import { hasClosed, msToClosing } from '../consultation/closing.ts'
import type { Consultation } from '../consultation/consultation.ts'
import type { Delivery } from './delivery.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const DAY = 24 * 60 * MINUTE

/** Waits after the first tries (ms): most greylists let a message in within a quarter of an hour. */
const FIRST_WAITS = [1, 2, 5, 10, 15].map((minutes) => minutes * MINUTE)

/** No wait is longer (ms): a time further off was written by a clock that ran ahead. */
export const LONGEST_WAIT_MS = 30 * MINUTE

const SHORTEST_WAIT_MS = 10 * SECOND

/** How long before the end (ms) the last try begins: a server takes a moment to say yes. */
export const LAST_TRY_BEFORE_MS = 3 * SECOND

/** How long a code (ms) opens anything, and is worth sending. */
export const CODE_MS = 10 * MINUTE

const NOTICE_MS = 3 * DAY

/**
 * When to try again after so many tries, the last of which ended at `now`: after a minute, two, five, ten, fifteen, then
 * every half hour. Towards `endsAt` never more than a quarter of what is left, at least 10 seconds apart, and at last just
 * before it; null when that has passed. All in ms, UTC.
 */
export const nextTryAt = (tries: number, now: number, endsAt: number): number | null => {
  const lastAt = endsAt - LAST_TRY_BEFORE_MS
  if (now >= lastAt) return null
  const spoken = FIRST_WAITS[tries - 1] ?? LONGEST_WAIT_MS
  const next = now + Math.min(spoken, Math.max(SHORTEST_WAIT_MS, Math.floor((endsAt - now) / 4)))
  return next + SHORTEST_WAIT_MS / 2 > lastAt ? lastAt : next
}

type Bound = Pick<Consultation, 'closesAtMs' | 'late'>
type Queued = Pick<Delivery, 'letter' | 'queuedAt'>

/** From when (ms, UTC) a letter is not tried any more: the body's from the closing, unless the pack takes late ones. */
export const triesEndAt = ({ closesAtMs, late }: Bound, { letter, queuedAt }: Queued): number => {
  if (letter === 'code') return queuedAt + CODE_MS
  if (letter !== 'response') return queuedAt + NOTICE_MS
  return late === 'keep' ? closesAtMs : Math.max(closesAtMs, queuedAt) + NOTICE_MS
}

/** True once no try of a letter may begin, nor its first byte leave. */
export const isPastTrying = (bound: Bound, queued: Queued, now: number): boolean =>
  hasClosed({ closesAtMs: triesEndAt(bound, queued) }, now)

/** When a letter is tried again, closer together towards the closing: what it asks of people must be done by then. Null when never. */
export const nextTryOf = (bound: Bound, queued: Queued, tries: number, now: number): number | null => {
  const end = triesEndAt(bound, queued)
  const inTime = msToClosing(bound, now) > 0 ? nextTryAt(tries, now, Math.min(bound.closesAtMs, end)) : null
  return inTime ?? nextTryAt(tries, now, end)
}
