import type { Delivery } from '../delivery/delivery.ts'
import { type DeliveryState, isOpen, stateOf } from '../delivery/state.ts'

/** Where a letter is for those who look after it; `unanswered`: it may have arrived, and nobody asks again. */
export type LedgerState = DeliveryState | 'unanswered'

/** The state of a delivery at `now` (ms, UTC), as the ledger counts and says it. */
export const ledgerStateOf = (delivery: Delivery, now: number): LedgerState => {
  const state = stateOf(delivery, now)
  return state === 'unknown' && !isOpen(delivery) ? 'unanswered' : state
}
