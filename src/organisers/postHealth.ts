import { msToClosing } from '../consultation/closing.ts'
import type { Consultation } from '../consultation/consultation.ts'
import { GIVE_BACK_MS } from '../delivery/deadline.ts'
import type { Waiting } from '../delivery/deliveryStore.ts'
import { type Say, sayNumber } from './ledgerWords.ts'
import type { Post } from './post.ts'

const MINUTE = 60_000

/** An outbox goes round every few seconds; one that has not for so long (ms) is not there. */
export const ROUND_MISSED_MS = MINUTE

/** A letter that has waited so long (ms) needs somebody to look; a code is waited for, and so is all in the last quarter of an hour. */
export const stuckAfterMs = (consultation: Consultation, now: number): number => {
  const left = msToClosing(consultation, now)
  return left > 0 && left <= GIVE_BACK_MS ? MINUTE : 10 * MINUTE
}

/** What is wrong with the post itself, whatever becomes of single responses. Times are ms, UTC. */
export type PostHealth = {
  /** What is wrong with the carrier, in a sentence; null when all is well. */
  trouble: string | null
  /** False where no outbox goes round; `lastRoundAt` is when one last did, or null. */
  goesRound: boolean
  lastRoundAt: number | null
  /** Letters to people that have waited too long, kind by kind. */
  stuck: Waiting[]
}

const isOverdue = ({ letter, oldestAt }: Waiting, consultation: Consultation, now: number): boolean =>
  now - oldestAt > (letter === 'code' ? MINUTE : stuckAfterMs(consultation, now))

/** How the post is at `now` (ms, UTC); `unsent`: a response waits to be sent. */
export const healthOf = async (
  post: Pick<Post, 'trouble' | 'lastRoundAt' | 'waiting'>,
  consultation: Consultation,
  unsent: boolean,
  now: number,
): Promise<PostHealth> => {
  const [trouble, lastRoundAt, waiting] = await Promise.all([post.trouble(), post.lastRoundAt(), post.waiting()])
  // Without mail nothing goes round, and nothing waits for it.
  const needed = unsent || waiting.length > 0
  const goesRound = lastRoundAt === null ? !needed : now - lastRoundAt < ROUND_MISSED_MS
  return { trouble, goesRound, lastRoundAt, stuck: waiting.filter((one) => isOverdue(one, consultation, now)) }
}

const stuckWords = (stuck: Waiting[], one: string, several: string, say: Say): string[] => {
  if (stuck.length === 0) return []
  const count = stuck.reduce((sum, each) => sum + each.count, 0)
  const oldest = say(Math.min(...stuck.map(({ oldestAt }) => oldestAt)))
  return [
    count === 1
      ? `1 ${one} waits, since ${oldest}.`
      : `${sayNumber(count)} ${several} wait, the oldest since ${oldest}.`,
  ]
}

/** What is wrong with the post, each in a sentence or two with its remedy, the worst first. */
export const healthWords = ({ trouble, goesRound, lastRoundAt, stuck }: PostHealth, say: Say): string[] => {
  const since = lastRoundAt === null ? 'Nothing goes round' : `Nothing has gone round since ${say(lastRoundAt)}`
  const [codes, others] = [
    stuck.filter(({ letter }) => letter === 'code'),
    stuck.filter(({ letter }) => letter !== 'code'),
  ]
  return [
    ...(trouble === null ? [] : [`No mail gets out. ${trouble}`]),
    ...(goesRound ? [] : [`${since}: the process that sends letters is not there. Start it again.`]),
    ...stuckWords(codes, 'code', 'codes', say),
    ...stuckWords(others, 'letter to a person', 'letters to people', say),
  ]
}
