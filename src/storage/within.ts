import type { Transaction } from 'kysely'
import type { Database } from './database.ts'
import type { Tables } from './tables.ts'

/** A transaction of ours. */
export type Within = Transaction<Tables>

/** Writes in one transaction that takes its turn at once. */
export const writing = <Result>(db: Database, work: (within: Within) => Promise<Result>): Promise<Result> =>
  db.transaction().execute(work)

/** Reads in one transaction that sees one moment and holds up nobody. */
export const reading = <Result>(db: Database, work: (within: Within) => Promise<Result>): Promise<Result> =>
  db.transaction().setAccessMode('read only').execute(work)
