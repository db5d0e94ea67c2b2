import type { CarrierKind } from '../delivery/delivery.ts'
import { sayClock } from '../delivery/sayMoment.ts'
import type { DeliveryState } from '../delivery/state.ts'
import type { LateOne, Ledger } from '../organisers/ledger.ts'
import { chartOf } from './organiserChart.ts'
import { handGroups, type Say } from './organiserHands.ts'
import type { LedgerView } from './organiserViews.ts'
import { sayNumber, sayWhen, stateWords } from './organiserWords.ts'
import type { Site } from './site.ts'

const takenStates = { mx: 'accepted', relay: 'handed-over', folder: 'written' } as const

/** What taken means here: as the letters of this campaign were in fact taken, else as they would be. */
const takenWords = ({ states }: Ledger, way: CarrierKind | null, body: string): string => {
  const found = Object.values(takenStates).filter((state) => states[state] > 0)
  if (found.length > 1) return 'accepted or handed on'
  return stateWords(found[0] ?? takenStates[way ?? 'mx'], body)
}

const numbersOf = (ledger: Ledger, taken: string): LedgerView['numbers'] => {
  const { saved, ways, states } = ledger
  const sum = (...parts: number[]) => sayNumber(parts.reduce((total, part) => total + part, 0))
  return [
    { label: 'responses with answers', value: sum(saved) },
    { label: 'sent by us', value: sum(ways['sent-by-us']) },
    { label: taken, value: sum(states.accepted, states['handed-over'], states.written) },
    { label: 'waiting, or not known', value: sum(states.waiting, states.trying, states.unknown) },
    { label: 'say they went another way', value: sum(ways['own-mailbox'], ways.post, ways.hand) },
  ]
}

const lateView =
  (say: Say, body: string) =>
  ({ reference, version, onDeviceAt, firstByteAt, committedAt, state }: LateOne): LedgerView['late'][number] => ({
    reference: reference ?? 'deleted',
    version,
    onDevice: onDeviceAt === null ? null : say(onDeviceAt),
    firstByte: say(firstByteAt),
    committed: say(committedAt),
    state: state ? stateWords(state, body) : 'kept, not sent',
  })

const oldestWords = ({ oldestUnsent }: Ledger, say: Say): string | null =>
  oldestUnsent && `${oldestUnsent.reference ?? 'deleted'}, since ${say(oldestUnsent.queuedAt)}`

/** The ledger as its page shows it; `done` says what a button has just done. */
export const ledgerView = ({ consultation, sending }: Site, ledger: Ledger, done: string | null): LedgerView => {
  const { timeZone } = consultation
  const body = consultation.body.short
  const say: Say = (ms) => sayWhen(ms, ledger.at, timeZone)
  const taken = takenWords(ledger, sending.way, body)
  const { ways, states } = ledger
  return {
    at: sayClock(ledger.at, timeZone),
    left: ledger.closing.left,
    done,
    hands: handGroups(ledger.hands, body, say),
    numbers: numbersOf(ledger, taken),
    taken,
    chart: chartOf(ledger.hours, timeZone),
    oldest: oldestWords(ledger, say),
    ways: [
      { label: 'sent by us', value: sayNumber(ways['sent-by-us']) },
      { label: 'from their own mailbox', value: sayNumber(ways['own-mailbox']) },
      { label: 'by post', value: sayNumber(ways.post) },
      { label: 'by hand', value: sayNumber(ways.hand) },
    ],
    states: Object.entries(states)
      .filter(([, count]) => count > 0)
      .map(([state, count]) => ({ label: stateWords(state as DeliveryState, body), value: sayNumber(count) })),
    late: ledger.late.map(lateView(say, body)),
  }
}
