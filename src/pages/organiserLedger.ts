import { sayClock } from '../delivery/sayMoment.ts'
import type { LateOne, Ledger } from '../organisers/ledger.ts'
import { type Say, sayWhen, stateWords } from '../organisers/ledgerWords.ts'
import { numbersOf, oldestWords, statesOf, takenWords, waysOf } from '../organisers/numbers.ts'
import { healthWords, type PostHealth } from '../organisers/postHealth.ts'
import { chartOf } from './organiserChart.ts'
import { handGroups } from './organiserHands.ts'
import type { LedgerView } from './organiserViews.ts'
import type { Site } from './site.ts'

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

/** The ledger as its page shows it; `done` says what a button has just done. */
export const ledgerView = (
  { consultation, sending }: Site,
  ledger: Ledger & { health: PostHealth },
  done: string | null,
): LedgerView => {
  const { timeZone } = consultation
  const body = consultation.body.short
  const say: Say = (ms) => sayWhen(ms, ledger.at, timeZone)
  const taken = takenWords(ledger, sending.way, body)
  return {
    at: sayClock(ledger.at, timeZone),
    left: ledger.closing.left,
    done,
    ailments: healthWords(ledger.health, say),
    hands: handGroups(ledger.hands, body, say),
    numbers: numbersOf(ledger, taken),
    taken,
    chart: chartOf(ledger.hours, timeZone),
    oldest: oldestWords(ledger, say),
    ways: waysOf(ledger),
    states: statesOf(ledger, body),
    late: ledger.late.map(lateView(say, body)),
  }
}
