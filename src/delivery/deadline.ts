import { hasClosed, msToClosing } from '../consultation/closing.ts'
import type { Consultation } from '../consultation/consultation.ts'
import type { LetterKind } from './delivery.ts'
import type { Entry } from './deliveryStore.ts'
import type { QueuedLetter } from './letter.ts'
import { isPastTrying, triesEndAt } from './retry.ts'
import { currentOf, standingOf } from './standing.ts'
import { isOpen, isTaken, mayHaveArrived, stateOf } from './state.ts'

const MINUTE = 60_000

/** How long before the closing (ms) what nobody has accepted goes back to its person: time to do something else. */
export const GIVE_BACK_MS = 15 * MINUTE

/** When organisers hear of what is unsent, in minutes before the closing. */
export const ALARMS = [60, 30, 10]

/** A letter this young (ms) is on its way, and no reason for alarm. */
const FRESH_MS = 2 * MINUTE

/** A letter to write to a version's person, whose address only the version itself has. */
export type Telling = { submissionId: string; letter: LetterKind; once: string; data: QueuedLetter['data'] }

/** A letter to write to every organiser: numbers alone. */
export type Alarm = { letter: 'alarm' | 'tablets'; once: string; data: QueuedLetter['data'] }

/** A tablet at a stall that last said, at `seenAt` (ms, UTC), that finished responses wait on it. */
export type UnsentTablet = { stall: string; card: number; unsent: number; seenAt: number }

/** What organisers hear of stalls: such tablets, and how many brought responses fit no form of today. */
export type AtStalls = { tablets: UnsentTablet[]; misfits: number }

/** What is to be done: deliveries to give up, people to tell, alarms to raise. Doing it twice changes nothing. */
export type Due = { abandon: string[]; tell: Telling[]; alarms: Alarm[] }

/** What a letter about a delivery says of it: the server's last words, whether it may have arrived, or is tried. */
export const dataAbout = ({ delivery }: Entry, now: number): QueuedLetter['data'] => ({
  words:
    delivery.bouncedWords ?? delivery.refusedWords ?? delivery.attempts.findLast(({ words }) => words)?.words ?? null,
  unknown: mayHaveArrived(delivery, now) ? 1 : 0,
  open: isOpen(delivery) ? 1 : 0,
})

// Told early by an organiser, a person hears again in the last quarter of an hour, and again before a later closing.
const occasionOf = (consultation: Consultation, { delivery }: Entry, now: number): string => {
  if (delivery.setAsideAt !== null) return `set-aside ${delivery.id}`
  const left = msToClosing(consultation, now)
  if (left > 0 && left <= GIVE_BACK_MS) return `${consultation.closesAtMs}`
  return isPastTrying(consultation, delivery, now) ? `${triesEndAt(consultation, delivery)}` : 'early'
}

/** The letter that says what became of a version's delivery, once for each outcome and occasion; null where all may yet be well. */
export const tellingOf = (entry: Entry, consultation: Consultation, now: number): Telling | null => {
  const { delivery, submission } = entry
  const data = dataAbout(entry, now)
  const state = stateOf(delivery, now)
  if (submission.responseId === null || isTaken(delivery) || state === 'withdrawn') return null
  if (state === 'bounced' || state === 'refused') {
    return { submissionId: submission.id, letter: state, once: `${state} ${delivery.id}`, data }
  }
  const once = `not-accepted ${submission.id} ${occasionOf(consultation, entry, now)}`
  return { submissionId: submission.id, letter: 'not-accepted', once, data }
}

const isToGoBack = (entry: Entry, consultation: Consultation, now: number): boolean => {
  const { delivery } = entry
  if (!isOpen(delivery)) return true
  if (stateOf(delivery, now) === 'trying') return false
  const left = msToClosing(consultation, now)
  const tried = delivery.attempts.some(({ endedAt }) => endedAt !== null) || delivery.queuedAt + MINUTE <= now
  return isPastTrying(consultation, delivery, now) || (left > 0 && left <= GIVE_BACK_MS && tried)
}

const isStuck = (entry: Entry, consultation: Consultation, now: number): boolean =>
  tellingOf(entry, consultation, now) !== null && (!isOpen(entry.delivery) || entry.delivery.queuedAt + FRESH_MS <= now)

/** Which of the alarms' moments before the closing was the last to pass; none long before it, and none after it. */
export const alarmMinutes = (consultation: Consultation, now: number): number | undefined =>
  hasClosed(consultation, now) ? undefined : ALARMS.findLast((each) => msToClosing(consultation, now) <= each * MINUTE)

const alarmsAt = (current: Entry[], consultation: Consultation, now: number): Alarm[] => {
  const data = standingOf(current, now)
  const setAside = current.filter(({ delivery }) => stateOf(delivery, now) === 'set-aside')
  const minutes = alarmMinutes(consultation, now)
  const unsent = minutes !== undefined && current.some((entry) => isStuck(entry, consultation, now))
  return [
    ...setAside.map(({ delivery }) => ({ letter: 'alarm' as const, once: `alarm set-aside ${delivery.id}`, data })),
    ...(unsent ? [{ letter: 'alarm' as const, once: `alarm ${consultation.closesAt} ${minutes}`, data }] : []),
  ]
}

/** What organisers hear of stalls while the closing is near: unsent responses on tablets, and misfits; nothing where none are. */
export const tabletAlarms = ({ tablets, misfits }: AtStalls, consultation: Consultation, now: number): Alarm[] => {
  const minutes = alarmMinutes(consultation, now)
  if (minutes === undefined || tablets.length + misfits === 0) return []
  const data = { tablets: JSON.stringify(tablets), misfits }
  return [{ letter: 'tablets', once: `tablets ${consultation.closesAt} ${minutes}`, data }]
}

/**
 * What the closing, and what became of letters, bring at `now`: what nobody accepted goes back to its person a quarter of
 * an hour before; what was refused, set aside or sent back at once; at the end of tries the rest is given up; organisers
 * hear an hour, half an hour and ten minutes before while anything is unsent.
 */
export const dueAt = (entries: Entry[], consultation: Consultation, now: number): Due => {
  const current = currentOf(entries)
  const over = entries.filter(
    (entry) =>
      isOpen(entry.delivery) &&
      stateOf(entry.delivery, now) !== 'trying' &&
      isPastTrying(consultation, entry.delivery, now),
  )
  return {
    abandon: over.map(({ delivery }) => delivery.id),
    tell: current
      .filter((entry) => isToGoBack(entry, consultation, now))
      .flatMap((entry) => tellingOf(entry, consultation, now) ?? []),
    alarms: alarmsAt(current, consultation, now),
  }
}
