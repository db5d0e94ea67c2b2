import { sayDay } from '../consultation/moments.ts'
import { sayNumber, sayWhen } from '../organisers/ledgerWords.ts'
import type { Shift, Stall } from '../stall/stall.ts'
import { opensUntil } from '../stall/stallDay.ts'
import { clockTrouble } from '../stall/tabletClock.ts'
import type { CardView } from './deskViews.ts'

/** Where somebody reads a page: when, and on whose clocks. */
export type Reading = { now: number; timeZone: string }

const clockWords = ({ aheadMs, seenAt }: Shift): string | null => {
  const trouble = seenAt === null ? null : clockTrouble(aheadMs)
  return trouble === null ? null : `Its ${trouble}`
}

const stateOf = ({ pairedAt, revokedAt }: Shift): CardView['state'] =>
  revokedAt !== null ? 'revoked' : pairedAt === null ? 'unused' : 'paired'

const saysOf = ({ pairedAt, revokedAt, seenAt }: Shift, { now, timeZone }: Reading): string => {
  const say = (ms: number) => sayWhen(ms, now, timeZone)
  if (revokedAt !== null) return `Revoked at ${say(revokedAt)}: it opens nothing any more.`
  if (pairedAt === null) return 'Not used yet.'
  return seenAt === null
    ? `Paired at ${say(pairedAt)}, not heard of since.`
    : `Paired, last heard of at ${say(seenAt)}.`
}

/** A card and its tablet in words. */
export const cardView = (shift: Shift, reading: Reading): CardView => ({
  ...{ id: shift.id, number: shift.number, state: stateOf(shift), says: saysOf(shift, reading) },
  unsent:
    shift.unsent === 0
      ? null
      : `${sayNumber(shift.unsent)} finished ${shift.unsent === 1 ? 'response waits' : 'responses wait'} on it${shift.revokedAt === null ? '' : ': only a rescue file brings them now'}.`,
  clock: clockWords(shift),
})

/** Why nobody begins at a stall any more, in a sentence, or null. */
export const overWords = (stall: Stall, { now, timeZone }: Reading): string | null => {
  if (stall.closedAt !== null) return `This stall was closed at ${sayWhen(stall.closedAt, now, timeZone)}.`
  return now >= opensUntil(stall, timeZone) ? 'The day of this stall is over, so nobody begins here any more.' : null
}

/** A stall in one line: its cards, and what waits on its tablets. */
export const stallLine = (stall: Stall & { shifts: Shift[] }, reading: Reading): string => {
  const live = stall.shifts.filter(({ revokedAt }) => revokedAt === null)
  const paired = live.filter(({ pairedAt }) => pairedAt !== null).length
  const unsent = live.reduce((sum, shift) => sum + shift.unsent, 0)
  const cards = `${live.length} ${live.length === 1 ? 'card' : 'cards'}, ${paired} paired`
  const waits = unsent > 0 ? `, ${sayNumber(unsent)} waiting on tablets` : ''
  return `${cards}${waits}.${overWords(stall, reading) === null ? '' : ' Over.'}`
}

/** The day of a stall, as it is read. */
export const stallDay = ({ day }: Pick<Stall, 'day'>): string => sayDay(day)
