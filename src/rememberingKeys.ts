import { LRUCache } from 'lru-cache'
import type { Keys } from './responses/keys.ts'

const REMEMBERED = 10_000

/** Keys whose hashes of browsers' keys and askers' addresses are made once while they are in use: every request has both. */
export const rememberingKeys = (keys: Keys): Keys => {
  const known = new LRUCache<string, string>({ max: REMEMBERED })
  return {
    ...keys,
    async hash(kind, words) {
      if (kind !== 'visit' && kind !== 'asker') return keys.hash(kind, words)
      const name = `${kind} ${words}`
      const hash = known.get(name) ?? (await keys.hash(kind, words)).hash
      known.set(name, hash)
      return { kind, hash }
    },
  }
}
