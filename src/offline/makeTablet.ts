import { newVisitKey } from '../responses/keys.ts'
import type { Response } from '../responses/response.ts'
import type { Responses } from '../responses/responses.ts'
import type { Finished } from '../stall/finished.ts'
import { sealTo } from '../stall/sealing.ts'
import type { Tablet } from '../stall/tablet.ts'
import type { TabletBooks } from './books.ts'
import type { Queue } from './queue.ts'
import type { Rounds } from './rounds.ts'

/** What a tablet is made of. `clock` is its own (ms, UTC). */
export type TabletParts = {
  books: TabletBooks
  queue: Queue
  responses: Responses
  rounds: Rounds
  clock: () => number
  pack: { id: string; fingerprint: string; publicUrl: string }
}

// Nobody in a queue waits longer for a signal that may not come; what goes up later goes up all the same.
const SOON_MS = 3_000

/** What a round comes to, or null where it takes long; who goes on online must wait for it. */
const soon = <Result>(round: Promise<Result>, whole: boolean): Promise<Result | null> =>
  whole ? round : Promise.race([round, new Promise<null>((resolve) => setTimeout(resolve, SOON_MS, null))])

type How = Parameters<Tablet['finish']>[1]

/** All that a paired tablet does by itself. */
export const makeTablet = ({ books, queue, responses, rounds, clock, pack }: TabletParts): Tablet => {
  const pairing = async () => {
    const known = await books.pairing()
    if (!known) throw new Error('this tablet is not paired')
    return known
  }

  const wordsOf = async (response: Response, how: How, now: number): Promise<Finished> => {
    const using = await books.using()
    const { id, reference, consent, answers, begunAt, savedAt } = response
    if (!reference || savedAt === null) throw new Error('nothing was saved yet')
    return {
      ...{ id, pack: pack.id, fingerprint: pack.fingerprint, reference, consent, answers, begunAt, savedAt },
      ...{ finishedAt: now, deviceAt: clock(), assisted: using?.assisted ?? false },
      ...{ complete: how.complete, wants: how.wants, linkOnPaper: how.linkOnPaper, yes: how.yes },
      link: how.withLink ? newVisitKey() : null,
      visit: how.wants === 'open' ? newVisitKey() : null,
    }
  }

  const clear = async () => {
    const using = await books.using()
    const response = using && (await responses.openBy('visit', using.visit))
    if (response) await responses.forget(response.id, clock())
    await books.put('using', null)
    await books.put('showing', null)
  }

  return {
    clear,

    async status() {
      const { heard, signal, troubles } = await pairing()
      const waiting = await queue.all()
      const refused = [...new Set(waiting.flatMap(({ words }) => words ?? []))]
      return { heard, signal, waiting: waiting.length, troubles: [...troubles, ...refused] }
    },

    async person() {
      return (await books.using()) ?? null
    },

    async begin(person, wording, now) {
      await clear()
      const { key: visit } = await responses.begin(wording, now)
      await books.put('using', { ...person, startedAt: now, finishing: false, visit, touchedAt: clock() })
      await books.count('started', now)
    },

    async finishing() {
      const using = await books.using()
      if (using) await books.put('using', { ...using, finishing: true })
    },

    async finish(response, how, now) {
      const words = await wordsOf(response, how, now)
      const { heard } = await pairing()
      const plain = new TextEncoder().encode(JSON.stringify(words))
      await queue.add({ id: words.id, sealed: await sealTo(heard.keys.seal, words.id, plain), at: now }, response.id)
      await books.put('using', null)
      if (words.complete) await books.count('finished', now)
      const up = await soon(rounds.go(), how.wants === 'open')
      const link = words.link && `${pack.publicUrl}/r/${words.link}`
      return { sent: up?.receipts.has(words.id) ?? false, link, visit: words.visit }
    },

    async rescue() {
      const letters = (bytes: Uint8Array) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
      const entries = (await queue.all()).map(({ id, sealed }) => ({ id, sealed: letters(sealed) }))
      return new TextEncoder().encode(JSON.stringify({ v: 1, shift: null, entries }))
    },
  }
}
