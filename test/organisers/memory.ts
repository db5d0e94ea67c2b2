import type { QueuedLetter } from '../../src/delivery/letter.ts'
import { makeOrganisers } from '../../src/organisers/makeOrganisers.ts'
import type { OrganiserStore } from '../../src/organisers/organisers.ts'
import type { CountStore } from '../../src/responses/countStore.ts'
import { keysOf } from '../../src/responses/keys.ts'

/** Counts as the store keeps them, without a database. */
export const memoryCounts = (): CountStore => {
  const windows = new Map<string, { count: number; endsAt: number }>()
  return {
    async add(name, windowMs, now) {
      const open = windows.get(name)
      const before = open && now < open.endsAt ? open : { count: 0, endsAt: now + windowMs }
      const after = { ...before, count: before.count + 1 }
      windows.set(name, after)
      return after
    },
    async takeBack(name) {
      const open = windows.get(name)
      if (open) open.count -= 1
    },
    reset: async (name) => void windows.delete(name),
  }
}

/** Tokens and keys without a database; `kept` is everything that it holds. */
export const memoryOrganisers = (): OrganiserStore & { kept(): string[] } => {
  const [tokens, keys] = [new Map<string, number>(), new Map<string, number>()]
  const dropOlder = (held: Map<string, number>, at: number) => {
    for (const [hash, addedAt] of held) if (addedAt < at) held.delete(hash)
  }
  return {
    kept: () => [...tokens.keys(), ...keys.keys()],
    addToken: async (hash, at) => void tokens.set(hash, at),
    useToken: async (hash, since) => {
      const addedAt = tokens.get(hash)
      tokens.delete(hash)
      return addedAt !== undefined && addedAt >= since
    },
    addKey: async (hash, at) => void keys.set(hash, at),
    hasKey: async (hash, since) => (keys.get(hash) ?? -1) >= since,
    dropKey: async (hash) => void keys.delete(hash),
    forgetBefore: async (at) => [tokens, keys].forEach((held) => void dropOlder(held, at)),
  }
}

/** Sign-in over stores of its own; `letters` were queued, `rest` does what was put off until after the answer. */
export const signInDesk = (stores = { store: memoryOrganisers(), counts: memoryCounts() }) => {
  const letters: QueuedLetter[] = []
  let putOff: (() => Promise<void>)[] = []
  const organisers = makeOrganisers({
    ...stores,
    keys: keysOf(new Uint8Array(32).fill(7)),
    addresses: ['ann@campaign.example', 'ben@campaign.example'],
    publicUrl: 'https://respond.example',
    queue: async (queued) => void letters.push(...queued),
    later: (work) => void putOff.push(work),
  })
  const rest = async () => {
    const due = putOff
    putOff = []
    for (const work of due) await work()
  }
  const tokens = () => letters.map(({ data }) => String(data.link).split('/').at(-1)!)
  return { organisers, letters, rest, tokens, putOff: () => putOff.length, ...stores }
}
