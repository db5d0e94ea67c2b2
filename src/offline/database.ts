import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { KeyHash } from '../responses/response.ts'
import type { Pairing, Showing, TallyHour, Using } from './kept.ts'

/** A response as it lies on a tablet: under a key of its own; `revision` grows with each save. */
export type SealedRow = {
  id: string
  keys: (KeyHash & { addedAt: number })[]
  reference: string | null
  revision: number
  nonce: Uint8Array<ArrayBuffer>
  sealed: Uint8Array<ArrayBuffer>
}

/** A finished response in the queue, sealed to the server's key; `words` say why the server did not take it. */
export type Queued = { id: string; sealed: Uint8Array<ArrayBuffer>; at: number; words: string | null }

interface Schema extends DBSchema {
  responses: { key: string; value: SealedRow }
  secrets: { key: string; value: CryptoKey }
  queue: { key: string; value: Queued }
  tally: { key: number; value: TallyHour }
  pairing: { key: 'now'; value: Pairing }
  using: { key: 'now'; value: Using }
  showing: { key: 'now'; value: Showing }
}

/** What a tablet keeps by itself, in its browser. */
export type TabletDatabase = IDBPDatabase<Schema>

type Store = 'responses' | 'secrets' | 'queue' | 'tally' | 'pairing' | 'using' | 'showing'

/** Opens the tablet's database, and makes it where there is none. `closed` hears when it must be opened again. */
export const openTabletDatabase = (name = 'tablet', closed = () => {}): Promise<TabletDatabase> =>
  openDB<Schema>(name, 1, {
    upgrade(db) {
      db.createObjectStore('responses', { keyPath: 'id' })
      db.createObjectStore('secrets')
      db.createObjectStore('queue', { keyPath: 'id' })
      db.createObjectStore('tally', { keyPath: 'from' })
      for (const alone of ['pairing', 'using', 'showing'] as const) db.createObjectStore(alone)
    },
    // Another release of the site wants to change the tables: let it.
    blocking(_now, _wanted, event) {
      ;(event.target as IDBDatabase).close()
      closed()
    },
    // A browser closes it by itself where the disk is full.
    terminated: closed,
  })

/** A transaction that is on the disk when it says that it is done: by default a browser says so before (*relaxed*). */
export const keeping = <Names extends Store[]>(db: TabletDatabase, ...stores: Names) =>
  db.transaction(stores, 'readwrite', { durability: 'strict' })
