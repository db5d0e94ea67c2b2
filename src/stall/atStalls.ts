import type { AtStalls, UnsentTablet } from '../delivery/deadline.ts'
import type { StallStore } from './stall.ts'

type Stalls = Awaited<ReturnType<StallStore['stalls']>>

/** Paired tablets, not revoked, that last said that finished responses wait on them. */
const unsentTablets = (stalls: Stalls): UnsentTablet[] => {
  const all = stalls.flatMap(({ name, shifts }) => shifts.map((shift) => ({ ...shift, stall: name })))
  return all.flatMap(({ stall, number, unsent, seenAt, revokedAt }) =>
    unsent > 0 && seenAt !== null && revokedAt === null ? [{ stall, card: number, unsent, seenAt }] : [],
  )
}

/** What is neither printed nor sent at stalls and nobody sees by themselves: on tablets, and what fits no form of today. */
export const atStalls = async (store: Pick<StallStore, 'stalls' | 'brought'>): Promise<AtStalls> => {
  const stalls = await store.stalls()
  const brought = await Promise.all([...stalls.map(({ id }) => id), null].map(store.brought))
  return { tablets: unsentTablets(stalls), misfits: brought.flat().filter(({ misfit }) => misfit).length }
}
