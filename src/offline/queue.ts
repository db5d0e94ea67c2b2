import { keeping, type Queued, type TabletDatabase } from './database.ts'
import type { Showing } from './kept.ts'

/** Finished responses that the server has not yet said it has, sealed to its key. */
export type Queue = {
  /**
   * Keeps a sealed response, forgets the open one with its key and who used the tablet, and notes what is still shown of
   * them: in one step, on the disk when this is done. False where it was finished before: then nothing changes.
   */
  finish(entry: Pick<Queued, 'id' | 'sealed' | 'at'>, showing: Showing | null): Promise<boolean>
  /** Oldest first. */
  all(): Promise<Queued[]>
  size(): Promise<number>
  /** Ends an entry: the server has signed that it is kept there. */
  end(id: string): Promise<void>
  /** Notes why the server did not take one; it stays. */
  note(id: string, words: string): Promise<void>
}

/** The queue in a tablet's database. */
export const tabletQueue = (db: TabletDatabase): Queue => ({
  async finish(entry, showing) {
    const within = keeping(db, 'queue', 'responses', 'secrets', 'using', 'showing')
    const responses = within.objectStore('responses')
    const isOpen = (await responses.getKey(entry.id)) !== undefined
    if (isOpen) {
      await within.objectStore('queue').put({ ...entry, words: null })
      await within.objectStore('secrets').delete(entry.id)
      await responses.delete(entry.id)
      await within.objectStore('using').delete('now')
      if (showing) await within.objectStore('showing').put(showing, 'now')
    }
    await within.done
    return isOpen
  },

  all: async () => (await db.getAll('queue')).sort((one, other) => one.at - other.at),
  size: () => db.count('queue'),

  async end(id) {
    const within = keeping(db, 'queue')
    await within.store.delete(id)
    await within.done
  },

  async note(id, words) {
    const within = keeping(db, 'queue')
    const entry = await within.store.get(id)
    if (entry) await within.store.put({ ...entry, words })
    await within.done
  },
})
