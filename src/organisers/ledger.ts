import { hoursLeft, untilClosing } from '../consultation/closing.ts'
import type { Consultation } from '../consultation/consultation.ts'
import type { Entry, OwnWay } from '../delivery/deliveryStore.ts'
import { oldestOpen } from '../delivery/standing.ts'
import { isLate, type Submission } from '../delivery/submission.ts'
import { type Hand, handsIn } from './hands.ts'
import { type Hour, hoursUntil } from './hours.ts'
import { type LedgerState, ledgerStateOf } from './ledgerState.ts'
import { lastOfEach, newestOfEach, replacedIn } from './newest.ts'
import type { Post } from './post.ts'

/** A version that was kept at or after the closing, with its three times (ms, UTC); `state` null where it is not sent. */
export type LateOne = Pick<Submission, 'reference' | 'version' | 'onDeviceAt' | 'firstByteAt' | 'committedAt'> & {
  state: LedgerState | null
}

/** What became of the responses, at a moment (ms, UTC): times, numbers and references, never an answer, a name or an address. */
export type Ledger = {
  at: number
  closing: { at: number; left: string | null }
  /** Responses begun here, and those with a saved answer. */
  begun: number
  saved: number
  /** Responses by their way out: given to us to send and not taken back, or as people say themselves. */
  ways: Record<'we-send' | OwnWay, number>
  /** Responses that were given to us, each by the state of its last version's letter to the body. */
  states: Record<LedgerState, number>
  hands: Hand[]
  late: LateOne[]
  oldestUnsent: Pick<Hand, 'reference' | 'version' | 'queuedAt' | 'state'> | null
  hours: Hour[]
}

const none: Record<LedgerState, number> = {
  waiting: 0,
  trying: 0,
  unknown: 0,
  unanswered: 0,
  accepted: 0,
  'handed-over': 0,
  written: 0,
  refused: 0,
  abandoned: 0,
  'set-aside': 0,
  withdrawn: 0,
  bounced: 0,
}

const countStates = (last: Entry[], now: number): Ledger['states'] => {
  const states = { ...none }
  for (const { delivery } of last) states[ledgerStateOf(delivery, now)] += 1
  return states
}

const oldestOf = (entries: Entry[], now: number): Ledger['oldestUnsent'] => {
  const oldest = oldestOpen(entries)
  if (!oldest) return null
  const { reference, version } = oldest.submission
  const { delivery } = oldest
  return { reference, version, queuedAt: delivery.queuedAt, state: ledgerStateOf(delivery, now) }
}

const lateOne = ({ reference, version, onDeviceAt, firstByteAt, committedAt }: Entry['submission']) => ({
  ...{ reference, version, onDeviceAt, firstByteAt, committedAt },
})

const lateOnes = (
  newest: Entry[],
  keptUnsent: Entry['submission'][],
  consultation: Consultation,
  now: number,
): LateOne[] =>
  [
    ...newest.map(({ submission, delivery }) => ({ submission, state: ledgerStateOf(delivery, now) })),
    ...keptUnsent.map((submission) => ({ submission, state: null })),
  ]
    .filter(({ submission }) => isLate(consultation, submission))
    .map(({ submission, state }) => ({ ...lateOne(submission), state }))
    .toSorted((one, other) => one.committedAt - other.committedAt)

/** What a ledger is made of: every letter to the body, the versions that have none, and the tally. */
export type LedgerParts = {
  entries: Entry[]
  keptUnsent: Entry['submission'][]
  tally: Awaited<ReturnType<Post['tally']>>
}

/** The ledger at `now` (ms, UTC). */
export const ledgerOf = (parts: LedgerParts, consultation: Consultation, now: number): Ledger => {
  const { entries, keptUnsent, tally } = parts
  const newest = newestOfEach(entries)
  const replaced = replacedIn(newest)
  const standing = newest.filter(({ submission }) => !replaced.has(submission.id))
  const last = lastOfEach(newest)
  const states = countStates(last, now)
  return {
    at: now,
    closing: { at: consultation.closesAtMs, left: hoursLeft(consultation, now) },
    begun: tally.begun,
    saved: tally.saved,
    ways: { 'we-send': last.length - states.withdrawn, ...tally.ownWays },
    states,
    hands: handsIn(standing, consultation, now),
    late: lateOnes(newest, keptUnsent, consultation, now),
    oldestUnsent: oldestOf(entries, now),
    hours: hoursUntil(entries, untilClosing(consultation, now)),
  }
}
