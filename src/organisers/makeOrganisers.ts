import type { QueuedLetter } from '../delivery/letter.ts'
import type { CountStore } from '../responses/countStore.ts'
import { type Keys, newVisitKey, VISIT_MS } from '../responses/keys.ts'
import type { OrganiserStore, Organisers } from './organisers.ts'

const MINUTE = 60_000

/** How long (ms) a link in a letter signs in: time to find the letter, too short to find it lying about. */
export const LINK_MS = 15 * MINUTE

/** Links asked for in a quarter of an hour by one asker, whose office may share its address; then they are to wait. */
export const ASKED_BY_ONE = 10

/** Letters in an hour to one organiser; beyond them an asker's first alone goes out, so that nobody locks one out. */
export const LETTERS_TO_ONE = 20

/** And with those: more would be a flood, and nobody is told that it ended. */
export const LETTERS_AT_MOST = 200

/** What sign-in is made of. */
export type OrganiserParts = {
  store: OrganiserStore
  counts: CountStore
  keys: Pick<Keys, 'hash'>
  /** Who may sign in, in small letters. */
  addresses: string[]
  publicUrl: string
  queue(letters: QueuedLetter[], at: number): Promise<unknown>
  /** Does work after the visitor was answered, and sees to what goes wrong with it. */
  later(work: () => Promise<void>): void
}

/** Sign-in by a link in a letter. Nothing that differs from one address to another happens before the answer is out. */
export const makeOrganisers = (parts: OrganiserParts): Organisers => {
  const { store, counts, keys, publicUrl } = parts
  const hashOf = async (what: 'link' | 'key', words: string) => (await keys.hash('organiser', `${what} ${words}`)).hash

  const mayWrite = async (address: string, asker: string, now: number): Promise<boolean> => {
    const { hash } = await keys.hash('mailbox', address)
    const all = await counts.add(`organiser letters ${hash}`, 60 * MINUTE, now)
    const own = await counts.add(`organiser letters ${hash} ${asker}`, 60 * MINUTE, now)
    return all.count <= (own.count === 1 ? LETTERS_AT_MOST : LETTERS_TO_ONE)
  }

  const sendLink = async (address: string, asker: string, now: number): Promise<void> => {
    if (!(await mayWrite(address, asker, now))) return
    // As strong as a browser's key: 128 bits.
    const token = newVisitKey()
    await store.addToken(await hashOf('link', token), now)
    const data = { link: `${publicUrl}/organiser/link/${token}`, minutes: LINK_MS / MINUTE }
    await parts.queue([{ letter: 'organiser-link', to: address, submissionId: null, data, once: null }], now)
  }

  return {
    async askLink(typed, asker, now) {
      const { count, endsAt } = await counts.add(`organiser links ${asker}`, LINK_MS, now)
      if (count > ASKED_BY_ONE) return { wait: Math.ceil((endsAt - now) / MINUTE) }
      const address = typed.trim().toLowerCase()
      parts.later(async () => {
        if (parts.addresses.includes(address)) await sendLink(address, asker, now)
      })
      return 'asked'
    },

    async signIn(token, now) {
      if (!(await store.useToken(await hashOf('link', token), now - LINK_MS))) return null
      await store.forgetBefore(now - VISIT_MS)
      const key = newVisitKey()
      await store.addKey(await hashOf('key', key), now)
      return { key }
    },

    isSignedIn: async (key, now) => store.hasKey(await hashOf('key', key), now - VISIT_MS),
    signOut: async (key) => store.dropKey(await hashOf('key', key)),
  }
}
