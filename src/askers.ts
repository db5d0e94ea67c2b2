import { LRUCache } from 'lru-cache'
import type { Keys } from './responses/keys.ts'

const REMEMBERED = 5_000

/** Keyed hashes of network addresses, each made once while it is in use: every request has one. */
export const askersBy = (keys: Pick<Keys, 'hash'>): ((address: string) => Promise<string>) => {
  const known = new LRUCache<string, string>({ max: REMEMBERED })
  return async (address) => {
    const asker = known.get(address) ?? (await keys.hash('asker', address)).hash
    known.set(address, asker)
    return asker
  }
}
