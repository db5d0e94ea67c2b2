import { sayClosing } from '../consultation/closing.ts'
import type { Consultation } from '../consultation/consultation.ts'
import type { CarrierKind } from '../delivery/delivery.ts'
import type { Hand } from '../organisers/hands.ts'
import type { LateOne, Ledger } from '../organisers/ledger.ts'
import { causeOf, type Say, sayNumber, sayWhen, stateWords, triedWords } from '../organisers/ledgerWords.ts'
import { type Count, numbersOf, oldestWords, statesOf, takenWords, waysOf } from '../organisers/numbers.ts'
import { healthWords, type PostHealth } from '../organisers/postHealth.ts'

const chapter = (title: string, lines: string[]): string[] => (lines.length > 0 ? ['', title, ...lines] : [])

const counts = (list: Count[]): string[] => {
  const width = Math.max(...list.map(({ value }) => value.length))
  return list.map(({ label, value }) => `  ${value.padStart(width)}  ${label}`)
}

const named = ({ reference, version }: { reference: string | null; version: number }): string =>
  `${reference ?? 'deleted'}${version === 1 ? '' : ` version ${version}`}`

const handLine = (hand: Hand, body: string, say: Say): string => {
  const next = hand.nextTryAt === null ? '' : `, next try ${say(hand.nextTryAt)}`
  const times = `kept ${say(hand.queuedAt)}, tried ${triedWords(hand, say)}${next}`
  return `  ${named(hand)}: ${causeOf(hand, body).words}; ${times}${hand.words ? `\n    ${hand.words}` : ''}`
}

const lateLine = (late: LateOne, body: string, say: Say): string => {
  const device = late.onDeviceAt === null ? '' : `on the device ${say(late.onDeviceAt)}, `
  const state = late.state ? stateWords(late.state, body) : 'kept, not sent'
  return `  ${named(late)}: ${state}; ${device}first byte ${say(late.firstByteAt)}, kept ${say(late.committedAt)}`
}

/** The ledger as lines of plain text, what needs a hand first. */
export const ledgerText = (
  ledger: Ledger & { health: PostHealth },
  consultation: Consultation,
  way: CarrierKind | null,
): string => {
  const { timeZone } = consultation
  const body = consultation.body.short
  const say: Say = (ms) => sayWhen(ms, ledger.at, timeZone)
  const { day, time } = sayClosing(consultation, ledger.at)
  const taken = takenWords(ledger, way, body)
  const oldest = oldestWords(ledger, say)
  const ailments = healthWords(ledger.health, say).map((words) => `  ${words}`)
  const hands = [...ailments, ...ledger.hands.map((hand) => handLine(hand, body, say))]
  const hours = ledger.hours.filter((hour) => hour.kept + hour.taken > 0)
  return [
    `${ledger.closing.left ? `${ledger.closing.left} to the closing at` : 'Closed at'} ${time}, on ${day}. It is ${say(ledger.at)}.`,
    ...(hands.length === 0 ? ['', 'Nothing needs a hand.'] : []),
    ...chapter(`Needs a hand: ${sayNumber(hands.length)}`, hands),
    ...['', ...counts(numbersOf(ledger, taken))],
    ...chapter('By way', counts(waysOf(ledger))),
    ...chapter('Given to us, by state', counts(statesOf(ledger, body))),
    ...(oldest ? [`  The oldest that is not sent: ${oldest}`] : []),
    ...chapter(
      'Late',
      ledger.late.map((one) => lateLine(one, body, say)),
    ),
    ...chapter(
      `The last 24 hours: given to us, ${taken}`,
      hours.map((hour) => `  ${say(hour.from)}  ${hour.kept}, ${hour.taken}`),
    ),
    '',
  ].join('\n')
}
