import { clockTrouble } from '../stall/tabletClock.ts'
import type { TabletBooks } from './books.ts'
import { goUp, type Round } from './goUp.ts'
import type { Pairing } from './kept.ts'
import type { Queue } from './queue.ts'
import { type AskServer, hear, NoSignal, Revoked } from './server.ts'

/** Rounds of a tablet to its server: what waits goes up, and it hears how the stall stands. One at a time. */
export type Rounds = {
  go(): Promise<Round>
  /** Pairs the tablet with whose key this is. Throws NoSignal and Revoked. */
  pair(key: string): Promise<void>
}

const REVOKED =
  'This tablet’s card was ended by the organiser. Nobody begins here any more. What waits on it is kept: bring the tablet, or its rescue file, to the organiser.'

type Parts = {
  books: TabletBooks
  queue: Queue
  clock: () => number
  rehearsed: boolean
  ask: (key: string) => AskServer
}

const troublesOf = (aheadMs: number): string[] => {
  const clock = clockTrouble(aheadMs)
  return clock === null ? [] : [`This tablet’s ${clock}`]
}

/** Makes rounds; `ask` is the way to the server. */
export const makeRounds = ({ books, queue, clock, rehearsed, ask }: Parts): Rounds => {
  const failed = new Map<string, number>()

  const heardBy = async (
    key: string,
    aheadMs: number,
  ): Promise<Pick<Pairing, 'heard' | 'aheadMs' | 'signal' | 'troubles'>> => {
    const [unsent, tally] = await Promise.all([queue.size(), books.tally()])
    const began = clock()
    const heard = await hear(ask(key), { unsent, tally, aheadMs: Math.round(aheadMs) })
    const ahead = (began + clock()) / 2 - heard.now
    return { heard, aheadMs: ahead, signal: true, troubles: rehearsed ? [] : troublesOf(ahead) }
  }

  /** Notes a round's outcome on what is known by then: another part of it may have changed meanwhile. */
  const note = (key: string, news: Partial<Pairing>) =>
    books.change('pairing', (known) => (known.key === key ? { ...known, ...news } : known))

  const noteFailure = async ({ key, heard }: Pairing, error: unknown): Promise<void> => {
    if (error instanceof Revoked)
      await note(key, { signal: true, heard: { ...heard, closed: true }, troubles: [REVOKED] })
    else if (error instanceof NoSignal) await note(key, { signal: false })
    else throw error
  }

  const round = async (): Promise<Round> => {
    const known = await books.pairing()
    if (!known) return { signal: false, kept: new Set(), late: [] }
    const up = await goUp(queue, ask(known.key), known.heard.keys.receipts, failed)
    if (up.late.length > 0)
      await books.change('pairing', (now) => ({ ...now, late: [...(now.late ?? []), ...up.late] }))
    try {
      if (!up.signal) throw new NoSignal('it stopped on the way')
      await note(known.key, await heardBy(known.key, known.aheadMs))
      return up
    } catch (error) {
      await noteFailure(known, error)
      return { ...up, signal: error instanceof Revoked }
    }
  }

  let running: Promise<unknown> = Promise.resolve()
  let next: Promise<Round> | null = null
  const begin = (): Promise<Round> => {
    const begun = round()
    next = null
    running = begun
    return begun
  }
  return {
    // Who asks while one is under way shares the one after it: where each wait for signal is long, they must not pile up.
    go() {
      next ??= running.then(begin, begin)
      return next
    },
    async pair(key) {
      await books.pair({ key, cookie: true, ...(await heardBy(key, 0)) })
    },
  }
}
