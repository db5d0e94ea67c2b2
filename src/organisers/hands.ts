import { hasClosed } from '../consultation/closing.ts'
import type { Consultation } from '../consultation/consultation.ts'
import { tellingOf } from '../delivery/deadline.ts'
import type { Entry } from '../delivery/deliveryStore.ts'
import { isOpen } from '../delivery/state.ts'
import { type LedgerState, ledgerStateOf } from './ledgerState.ts'
import { stuckAfterMs } from './postHealth.ts'
import { withoutMailboxes } from './withoutMailboxes.ts'

// Tried so often, a letter needs somebody to look, however short the time.
const STUCK_TRIES = 3

/** A letter to the body that needs a hand: by its reference, with times (ms, UTC) and the server's words. */
export type Hand = {
  deliveryId: string
  reference: string | null
  version: number
  state: LedgerState
  queuedAt: number
  tries: number
  lastTryAt: number | null
  /** Null where nothing is tried any more. */
  nextTryAt: number | null
  words: string | null
  mayTryAgain: boolean
  /** What makes the letter to its person one letter; null where nobody is left to be told. */
  telling: string | null
  /** When that letter was queued; null while it was not. */
  toldAt: number | null
}

// The worst first: what nothing will mend by itself, then what may have arrived, then what is still tried.
const order: LedgerState[] = [
  'bounced',
  'refused',
  'set-aside',
  'abandoned',
  'unanswered',
  'unknown',
  'waiting',
  'trying',
]
const backInLine: LedgerState[] = ['bounced', 'refused', 'set-aside', 'abandoned']

const isStuck = ({ delivery }: Entry, consultation: Consultation, now: number): boolean =>
  delivery.attempts.length >= STUCK_TRIES || now - delivery.queuedAt > stuckAfterMs(consultation, now)

const needsHand = (entry: Entry, state: LedgerState, consultation: Consultation, now: number): boolean =>
  state === 'waiting' || state === 'trying' ? isStuck(entry, consultation, now) : order.includes(state)

const wordsOf = ({ delivery: { attempts, ...delivery } }: Entry): string | null =>
  delivery.bouncedWords ?? delivery.refusedWords ?? delivery.setAsideWords ?? attempts.at(-1)?.words ?? null

const mayStillSend = (consultation: Consultation, now: number): boolean =>
  consultation.late === 'send' || !hasClosed(consultation, now)

const handOf = (entry: Entry, state: LedgerState, consultation: Consultation, now: number): Hand => {
  const { delivery, submission } = entry
  const words = wordsOf(entry)
  return {
    deliveryId: delivery.id,
    reference: submission.reference,
    version: submission.version,
    state,
    queuedAt: delivery.queuedAt,
    tries: delivery.attempts.length,
    lastTryAt: delivery.attempts.at(-1)?.connectingAt ?? null,
    nextTryAt: isOpen(delivery) ? delivery.dueAt : null,
    words: words === null ? null : withoutMailboxes(words),
    mayTryAgain: mayStillSend(consultation, now) && backInLine.includes(state),
    telling: tellingOf(entry, consultation, now)?.once ?? null,
    toldAt: null,
  }
}

const inOrder = (one: Hand, other: Hand): number =>
  order.indexOf(one.state) - order.indexOf(other.state) || one.queuedAt - other.queuedAt

/** What needs a hand at `now`, the worst first, then the oldest; who was told is for the caller to add. */
export const handsIn = (newest: Entry[], consultation: Consultation, now: number): Hand[] =>
  newest
    .map((entry) => ({ entry, state: ledgerStateOf(entry.delivery, now) }))
    .filter(({ entry, state }) => needsHand(entry, state, consultation, now))
    .map(({ entry, state }) => handOf(entry, state, consultation, now))
    .toSorted(inOrder)
