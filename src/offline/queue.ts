import { keeping, type Queued, type TabletDatabase } from './database.ts'

/** Finished responses that the server has not yet said it has, sealed to its key. */
export type Queue = {
  /** Keeps a sealed response, on the disk when this is done, and in the same step forgets the open one. */
  add(entry: Pick<Queued, 'id' | 'sealed' | 'at'>, responseId: string): Promise<void>
  /** Oldest first. */
  all(): Promise<Queued[]>
  size(): Promise<number>
  /** Ends an entry: the server has signed that it is kept there. */
  end(id: string): Promise<void>
  /** Notes why the server did not take one; it stays. */
  note(id: string, words: string | null): Promise<void>
}

/** The queue in a tablet's database. */
export const tabletQueue = (db: TabletDatabase): Queue => ({
  async add(entry, responseId) {
    const within = keeping(db, 'queue', 'responses', 'secrets')
    await within.objectStore('queue').put({ ...entry, words: null })
    await within.objectStore('secrets').delete(responseId)
    await within.objectStore('responses').delete(responseId)
    await within.done
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
