import type { CarrierKind } from '../delivery/delivery.ts'
import type { Ledger } from './ledger.ts'
import type { LedgerState } from './ledgerState.ts'
import { type Say, sayNumber, stateWords } from './ledgerWords.ts'

/** A number and what it counts, in words. */
export type Count = { label: string; value: string }

const takenStates = { mx: 'accepted', relay: 'handed-over', folder: 'written' } as const

/** What taken means here: as the letters of this campaign were in fact taken, else as they would be by `way`. */
export const takenWords = ({ states }: Ledger, way: CarrierKind | null, body: string): string => {
  const found = Object.values(takenStates).filter((state) => states[state] > 0)
  if (found.length > 1) return 'accepted or handed on'
  return stateWords(found[0] ?? takenStates[way ?? 'mx'], body)
}

const sum = (...parts: number[]): string => sayNumber(parts.reduce((total, part) => total + part, 0))

/** The ledger's numbers; `taken` says what the third counts. It and the two after it add up to what was given to us. */
export const numbersOf = ({ saved, ways, states }: Ledger, taken: string): Count[] => [
  { label: 'responses with answers', value: sum(saved) },
  { label: 'given to us to send', value: sum(ways['we-send']) },
  { label: taken, value: sum(states.accepted, states['handed-over'], states.written) },
  { label: 'waiting, or not known', value: sum(states.waiting, states.trying, states.unknown, states.unanswered) },
  { label: 'not delivered', value: sum(states.refused, states.abandoned, states['set-aside'], states.bounced) },
  { label: 'say they went another way', value: sum(ways['own-mailbox'], ways.post, ways.hand) },
]

/** Responses by the way that they went. */
export const waysOf = ({ ways }: Ledger): Count[] => [
  { label: 'we send it', value: sayNumber(ways['we-send']) },
  { label: 'from their own mailbox', value: sayNumber(ways['own-mailbox']) },
  { label: 'by post', value: sayNumber(ways.post) },
  { label: 'by hand', value: sayNumber(ways.hand) },
]

/** Letters to the body by their state, those that there are. */
export const statesOf = ({ states }: Ledger, body: string): Count[] =>
  Object.entries(states)
    .filter(([, count]) => count > 0)
    .map(([state, count]) => ({ label: stateWords(state as LedgerState, body), value: sayNumber(count) }))

/** The oldest that is not sent, by its reference, or null. */
export const oldestWords = ({ oldestUnsent }: Ledger, say: Say): string | null =>
  oldestUnsent && `${oldestUnsent.reference ?? 'deleted'}, since ${say(oldestUnsent.queuedAt)}`
