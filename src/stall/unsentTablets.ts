import type { UnsentTablet } from '../delivery/deadline.ts'
import type { StallStore } from './stall.ts'

/** Paired tablets, not revoked, that last said that finished responses wait on them. */
export const unsentTablets = async ({ stalls }: Pick<StallStore, 'stalls'>): Promise<UnsentTablet[]> => {
  const all = (await stalls()).flatMap(({ name, shifts }) => shifts.map((shift) => ({ ...shift, stall: name })))
  return all.flatMap(({ stall, number, unsent, seenAt, revokedAt }) =>
    unsent > 0 && seenAt !== null && revokedAt === null ? [{ stall, card: number, unsent, seenAt }] : [],
  )
}
