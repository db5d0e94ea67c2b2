import type { Consultation } from '../consultation/consultation.ts'
import type { Delivery } from '../delivery/delivery.ts'
import { sayClock } from '../delivery/sayMoment.ts'
import { isServersLine } from '../delivery/serverWords.ts'
import { mayHaveArrived, stateOf } from '../delivery/state.ts'

/** A sentence's first letter as a capital. */
export const asSentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

const lastWordsOf = ({ bouncedWords, refusedWords, setAsideWords, accepted, attempts }: Delivery): string | null =>
  bouncedWords ??
  refusedWords ??
  setAsideWords ??
  accepted?.words ??
  attempts.findLast(({ words }) => words)?.words ??
  null

// A bounce is a mail system's own, whatever it begins with.
const isTheirs = ({ bouncedWords }: Delivery, words: string): boolean => words === bouncedWords || isServersLine(words)

/** What a mail server said of a delivery last, in its own words; null where it said nothing. */
export const serverWordsOn = (delivery: Delivery, now: number): string | null => {
  const words = lastWordsOf(delivery)
  const isSaid = !['handed-over', 'written', 'withdrawn'].includes(stateOf(delivery, now))
  return isSaid && words !== null && isTheirs(delivery, words) ? words : null
}

/** What stands below a step about a delivery: what happened, what comes next; null where there is nothing more to say. */
export const noteOn = ({ timeZone, body }: Consultation, delivery: Delivery, now: number): string | null => {
  const state = stateOf(delivery, now)
  const words = lastWordsOf(delivery)
  const ours = words !== null && !isTheirs(delivery, words) ? `${asSentence(words)}.` : null
  if (state === 'handed-over') return 'It tells us if it fails.'
  if (state === 'written') return null
  if (state === 'withdrawn') return `It does not go to ${body.short} any more.`
  const again = (state === 'waiting' || state === 'unknown') && delivery.abandonedAt === null && delivery.dueAt > now
  const earlier = state === 'refused' && mayHaveArrived(delivery, now) ? 'An earlier try may have arrived.' : null
  const said = [ours, earlier, again ? `Next try at ${sayClock(delivery.dueAt, timeZone)}.` : null]
  return said.filter(Boolean).join(' ') || null
}
