import type { Responses } from '../responses/responses.ts'
import { sealTo } from '../stall/sealing.ts'
import type { Tablet } from '../stall/tablet.ts'
import type { TabletBooks } from './books.ts'
import { finishedWords, type PackOfTablet } from './finishedWords.ts'
import type { Online } from './online.ts'
import type { Queue } from './queue.ts'
import { rescueOf } from './rescue.ts'
import type { Rounds } from './rounds.ts'

/** What a tablet is made of. `clock` is its own (ms, UTC). */
export type TabletParts = {
  books: TabletBooks
  queue: Queue
  responses: Responses
  rounds: Rounds
  online: Online
  clock: () => number
  pack: PackOfTablet
}

// Nobody in a queue waits longer for a signal that may not come; what goes up later goes up all the same.
const SOON_MS = 3_000

/** What a round comes to, or null where it takes long; who goes on online must wait for it. */
const soon = <Result>(round: Promise<Result>, whole: boolean): Promise<Result | null> => {
  if (whole) return round
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, SOON_MS, null)
  })
  return Promise.race([round, late]).finally(() => clearTimeout(timer))
}

/** All that a paired tablet does by itself. */
export const makeTablet = ({ books, queue, responses, rounds, online, clock, pack }: TabletParts): Tablet => {
  const pairing = async () => {
    const known = await books.pairing()
    if (!known) throw new Error('this tablet is not paired')
    return known
  }

  const clear = async () => {
    const showing = await books.showing()
    await books.forgetPeople()
    if (showing?.online) await online.leave()
  }

  return {
    mail: pack.mail,
    clear,
    reach: async () => (await rounds.go()).signal,

    async status() {
      const { heard, signal, troubles } = await pairing()
      const waiting = await queue.all()
      const refused = [...new Set(waiting.flatMap(({ words }) => words ?? []))]
      return { heard, signal, waiting: waiting.length, troubles: [...troubles, ...refused] }
    },

    person: async () => (await books.using()) ?? null,
    showing: async () => (await books.showing()) ?? null,

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
      const [{ heard }, using] = await Promise.all([pairing(), books.using()])
      const words = finishedWords(pack, response, how, { now, deviceAt: clock(), assisted: using?.assisted ?? false })
      const plain = new TextEncoder().encode(JSON.stringify(words))
      await queue.add({ id: words.id, sealed: await sealTo(heard.keys.seal, words.id, plain), at: now }, response.id)
      await books.put('using', null)
      if (words.complete) await books.count('finished', now)
      const up = await soon(rounds.go(), how.wants === 'open')
      const sent = up?.receipts.has(words.id) ?? false
      const link = words.link && `${pack.publicUrl}/r/${words.link}`
      const isShown = link && !how.linkOnPaper
      if (isShown) await books.put('showing', { link, sent, online: false, touchedAt: clock() })
      return { sent, link, visit: words.visit }
    },

    async goOnOnline(visit) {
      const [isOpen, showing] = [await online.open(visit), await books.showing()]
      if (isOpen && showing) await books.put('showing', { ...showing, online: true })
      return isOpen
    },

    rescue: async () => rescueOf(queue, (await books.pairing())?.heard ?? null),
  }
}
