import { endOfDay } from '../consultation/moments.ts'
import type { Stall } from './stall.ts'

/** A stall that nobody closed takes people until so long (ms) after its day: the last of them may stand there at midnight. */
const AFTER_MS = 6 * 60 * 60_000

/** Until when (ms, UTC) people may begin at a stall, and its cards pair: until it is closed, at most into the night of its day. */
export const opensUntil = ({ day, closedAt }: Pick<Stall, 'day' | 'closedAt'>, timeZone: string): number =>
  Math.min(closedAt ?? Number.POSITIVE_INFINITY, endOfDay(day, timeZone) + AFTER_MS)

/** Its volunteers tidy up, print and look at the day for so long (ms) after that. */
const TIDYING_MS = 12 * 60 * 60_000

/** Until when (ms, UTC) its tablets open pages on the server; what waits on them may come later still. */
export const worksUntil = (stall: Pick<Stall, 'day' | 'closedAt'>, timeZone: string): number =>
  opensUntil(stall, timeZone) + TIDYING_MS

const FORGOTTEN_MS = 36 * 60 * 60_000

/** Whether nobody has closed a stall long after its day, so that it is closed for them. */
export const isForgotten = (
  { day, closedAt }: Pick<Stall, 'day' | 'closedAt'>,
  now: number,
  timeZone: string,
): boolean => closedAt === null && now >= endOfDay(day, timeZone) + FORGOTTEN_MS
