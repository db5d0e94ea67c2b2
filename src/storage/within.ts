import type { Transaction } from 'kysely'
import type { Database } from './database.ts'
import { committingTogether } from './groupCommit.ts'
import type { Tables } from './tables.ts'

/** A transaction of ours. */
export type Within = Transaction<Tables>

const lines = new WeakMap<Database, ReturnType<typeof committingTogether<Tables>>>()

/** Writes in a transaction that takes its turn at once; durable, with whatever else waited, when its promise resolves. */
export const writing = <Result>(db: Database, work: (within: Within) => Promise<Result>): Promise<Result> => {
  const line = lines.get(db) ?? committingTogether<Tables>(db)
  lines.set(db, line)
  return line(work)
}

/** Reads in one transaction that sees one moment and holds up nobody. */
export const reading = <Result>(db: Database, work: (within: Within) => Promise<Result>): Promise<Result> =>
  db.transaction().setAccessMode('read only').execute(work)
