import { inGroups } from '../responses/alphabet.ts'
import type { Responses } from '../responses/responses.ts'
import { sealTo } from '../stall/sealing.ts'
import type { Tablet } from '../stall/tablet.ts'
import type { TabletBooks } from './books.ts'
import { finishedOf, type PackOfTablet } from './finishedOf.ts'
import type { Online } from './online.ts'
import type { Queue } from './queue.ts'
import { rescueOf } from './rescue.ts'
import type { Rounds } from './rounds.ts'
import { nameOfLink, openLink, sealLink } from './shownLink.ts'

/** What a tablet is made of. `clock` is its own (ms, UTC). */
export type TabletParts = {
  books: TabletBooks
  queue: Queue
  responses: Responses
  rounds: Rounds
  online: Online
  clock: () => number
  pack: PackOfTablet
  failed(error: unknown): void
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

const NOTHING = { sent: false, link: null, visit: null }

/** What a volunteer should know of responses that were too late, however early they were finished. */
const lateWords = (references: string[] = []): string[] =>
  references.length > 0
    ? [`Reached us after the closing, and kept as late: ${references.map(inGroups).join(', ')}. Tell the organiser.`]
    : []

/** All that a paired tablet does by itself. */
export const makeTablet = ({ books, queue, responses, rounds, online, clock, pack, failed }: TabletParts): Tablet => {
  const pairing = async () => {
    const known = await books.pairing()
    if (!known) throw new Error('this tablet is not paired')
    return known
  }

  const clear = async () => {
    await books.forgetPeople()
    await online.leave()
  }

  /** A round, or null where it takes long or goes wrong: what is in the queue is kept all the same. */
  const tryRound = (whole: boolean) =>
    soon(
      rounds.go().catch((error: unknown) => {
        failed(error)
        return null
      }),
      whole,
    )

  return {
    mail: pack.mail,
    clear,
    reach: async () => (await rounds.go()).signal,

    async status() {
      const { heard, signal, troubles, late } = await pairing()
      const waiting = await queue.all()
      const refused = [...new Set(waiting.flatMap(({ words }) => words ?? []))]
      return { heard, signal, waiting: waiting.length, troubles: [...troubles, ...lateWords(late), ...refused] }
    },

    person: async () => (await books.using()) ?? null,
    async showing() {
      const shown = await books.showing()
      return shown ? { link: await openLink(shown), sent: shown.sent, online: shown.online } : null
    },

    async begin(person, wording, now) {
      await clear()
      const { key: visit } = await responses.begin(wording, now)
      await books.put('using', { ...person, finishing: false, visit, touchedAt: clock() })
      await books.count('started', now)
    },

    async finishing() {
      const using = await books.using()
      if (using) await books.put('using', { ...using, finishing: true })
    },

    async finish(response, ending, now) {
      const [{ heard }, using] = await Promise.all([pairing(), books.using()])
      const finished = finishedOf(pack, response, ending, {
        now,
        deviceAt: clock(),
        assisted: using?.assisted ?? false,
      })
      const plain = new TextEncoder().encode(JSON.stringify(finished))
      const link = finished.link && `${pack.publicUrl}/r/${finished.link}`
      const isShown = link && !ending.linkOnPaper
      const showing = isShown ? { ...(await sealLink(link)), sent: false, online: false, touchedAt: clock() } : null
      const sealed = await sealTo(heard.keys.seal, finished.id, plain)
      // Another request may have finished it first, with another link: that one counts.
      if (!(await queue.finish({ id: finished.id, sealed, at: now }, showing))) return NOTHING
      if (finished.complete) await books.count('finished', now)
      const up = await tryRound(ending.wants === 'open')
      const sent = up?.kept.has(finished.id) ?? false
      if (sent) await books.change('showing', (shown) => (shown.name === showing?.name ? { ...shown, sent } : shown))
      return { sent, link, visit: finished.visit }
    },

    goOnOnline: async (visit, link) => online.open(visit, await nameOfLink(link)),

    rescue: async () => rescueOf(queue, (await books.pairing())?.heard ?? null),
  }
}
