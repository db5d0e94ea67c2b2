import type { Consultation } from '../consultation/consultation.ts'
import { type Ledger, ledgerOf } from './ledger.ts'
import type { Post } from './post.ts'
import { healthOf, type PostHealth } from './postHealth.ts'

/** The ledger and how the post is at `now` (ms, UTC), for a page and for the command line alike. */
export const readLedger = async (
  post: Pick<Post, 'entries' | 'keptUnsent' | 'tally' | 'queuedAt' | 'trouble' | 'lastRoundAt' | 'waiting'>,
  consultation: Consultation,
  now: number,
): Promise<Ledger & { health: PostHealth }> => {
  const [entries, keptUnsent, tally] = await Promise.all([post.entries(), post.keptUnsent(), post.tally()])
  const ledger = ledgerOf({ entries, keptUnsent, tally }, consultation, now)
  const told = await post.queuedAt(ledger.hands.flatMap(({ telling }) => telling ?? []))
  const hands = ledger.hands.map((hand) => ({ ...hand, toldAt: told.get(hand.telling ?? '') ?? null }))
  const health = await healthOf(post, consultation, ledger.oldestUnsent !== null, now)
  return { ...ledger, hands, health }
}
