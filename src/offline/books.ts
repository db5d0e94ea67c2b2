import { keeping, type TabletDatabase } from './database.ts'
import type { Pairing, Showing, Using } from './kept.ts'

type Books = { pairing: Pairing; using: Using; showing: Showing }

const HOUR_MS = 60 * 60_000

/** What a tablet remembers besides answers: its pairing, who uses it, what it shows, and how many people it had. */
export const tabletBooks = (db: TabletDatabase) => {
  const put = async <Name extends keyof Books>(name: Name, value: Books[Name] | null): Promise<void> => {
    const within = keeping(db, name)
    if (value === null) await within.objectStore(name).delete('now')
    else await (within.objectStore(name) as { put(value: Books[Name], key: 'now'): Promise<unknown> }).put(value, 'now')
    await within.done
  }
  return {
    put,
    pairing: (): Promise<Pairing | undefined> => db.get('pairing', 'now'),
    using: (): Promise<Using | undefined> => db.get('using', 'now'),
    showing: (): Promise<Showing | undefined> => db.get('showing', 'now'),

    /** Counts a person who began or came to the end within the hour of `now` (ms, UTC). */
    async count(what: 'started' | 'finished', now: number): Promise<void> {
      const from = now - (now % HOUR_MS)
      const within = keeping(db, 'tally')
      const hour = (await within.store.get(from)) ?? { from, started: 0, finished: 0 }
      await within.store.put({ ...hour, [what]: hour[what] + 1 })
      await within.done
    },
    tally: () => db.getAll('tally'),
  }
}

export type TabletBooks = ReturnType<typeof tabletBooks>
