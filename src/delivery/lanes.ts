import type { Claim } from './deliveryStore.ts'

/** The body's letters, and all others: neither waits behind the other. */
export const LANES = ['body', 'people'] as const

type Lane = (typeof LANES)[number]

/** Tries at once in each lane. */
export const AT_ONCE = 4

/** Claims that are being worked off, lane by lane. */
export type Lanes = {
  /** How many more may begin in a lane. */
  room(lane: Lane): number
  begin(lane: Lane, claim: Claim): Promise<void>
  /** When all that have begun have ended. */
  ended(): Promise<unknown>
}

/** Lanes that work off what is begun in them; `work` never throws. */
export const makeLanes = (work: (claim: Claim) => Promise<void>): Lanes => {
  const underWay = { body: new Set<Promise<void>>(), people: new Set<Promise<void>>() }
  return {
    room: (lane) => AT_ONCE - underWay[lane].size,
    begin(lane, claim) {
      const begun = work(claim).finally(() => underWay[lane].delete(begun))
      underWay[lane].add(begun)
      return begun
    },
    ended: () => Promise.all([...underWay.body, ...underWay.people]),
  }
}
