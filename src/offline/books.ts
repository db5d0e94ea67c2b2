import { keeping, type TabletDatabase } from './database.ts'
import type { Pairing, Showing, Using } from './kept.ts'

type Books = { pairing: Pairing; using: Using; showing: Showing }

const HOUR_MS = 60 * 60_000
const MOST_HOURS = 168

/** What a tablet remembers besides answers: its pairing, who uses it, what it shows, and how many people it had. */
export const tabletBooks = (db: TabletDatabase) => {
  const put = async <Name extends keyof Books>(name: Name, value: Books[Name] | null): Promise<void> => {
    const within = keeping(db, name)
    if (value === null) await within.objectStore(name).delete('now')
    else await (within.objectStore(name) as { put(value: Books[Name], key: 'now'): Promise<unknown> }).put(value, 'now')
    await within.done
  }
  /** Changes what is kept under a name as it stands at that moment: null takes it away, the same again changes nothing. */
  const change = async <Name extends keyof Books>(
    name: Name,
    to: (now: Books[Name]) => Books[Name] | null,
  ): Promise<void> => {
    const within = keeping(db, name)
    const store = within.objectStore(name) as {
      get(key: 'now'): Promise<Books[Name] | undefined>
      put(value: Books[Name], key: 'now'): Promise<unknown>
      delete(key: 'now'): Promise<void>
    }
    const now = await store.get('now')
    const next = now && to(now)
    if (next === null) await store.delete('now')
    else if (next && next !== now) await store.put(next, 'now')
    await within.done
  }

  return {
    put,
    change,
    pairing: (): Promise<Pairing | undefined> => db.get('pairing', 'now'),
    using: (): Promise<Using | undefined> => db.get('using', 'now'),
    showing: (): Promise<Showing | undefined> => db.get('showing', 'now'),

    /** Notes that the tablet was touched, unless whoever uses it has gone meanwhile. Need not outlive a power cut. */
    async touch(at: number): Promise<void> {
      const within = db.transaction(['using', 'showing'], 'readwrite')
      const using = within.objectStore('using')
      const showing = within.objectStore('showing')
      const [used, shown] = await Promise.all([using.get('now'), showing.get('now')])
      if (used) await using.put({ ...used, touchedAt: at }, 'now')
      if (shown) await showing.put({ ...shown, touchedAt: at }, 'now')
      await within.done
    },

    /** Forgets whoever used the tablet, with all that is open on it and its keys, in one step. */
    async forgetPeople(): Promise<void> {
      const within = keeping(db, 'responses', 'secrets', 'using', 'showing')
      for (const name of ['secrets', 'responses', 'using', 'showing'] as const) await within.objectStore(name).clear()
      await within.done
    },

    /** Pairs: from here on everything counts for the new shift, and what the tablet counted for another is gone. */
    async pair(pairing: Pairing): Promise<void> {
      const within = keeping(db, 'pairing', 'tally')
      await within.objectStore('tally').clear()
      await within.objectStore('pairing').put(pairing, 'now')
      await within.done
    },

    /** Counts a person who began or came to the end within the hour of `now` (ms, UTC). */
    async count(what: 'started' | 'finished', now: number): Promise<void> {
      const from = now - (now % HOUR_MS)
      const within = keeping(db, 'tally')
      const hour = (await within.store.get(from)) ?? { from, started: 0, finished: 0 }
      await within.store.put({ ...hour, [what]: hour[what] + 1 })
      await within.done
    },
    /** The hours that had people, the last of them where there are more than a server reads. */
    tally: async () => (await db.getAll('tally')).slice(-MOST_HOURS),
  }
}

export type TabletBooks = ReturnType<typeof tabletBooks>
