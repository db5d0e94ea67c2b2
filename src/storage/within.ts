import type { Transaction } from 'kysely'
import { CannotKeep } from '../responses/response.ts'
import type { Database } from './database.ts'
import { committingTogether } from './groupCommit.ts'
import type { Tables } from './tables.ts'

/** A transaction of ours. */
export type Within = Transaction<Tables>

const lines = new WeakMap<Database, ReturnType<typeof committingTogether<Tables>>>()

// SQLite's own numbers (sqlite.org/rescode.html): busy, locked, an error of the disk, a full one, a file that does not open.
const PASSING = [5, 6, 10, 13, 14]

const orCannotKeep = (error: unknown): never => {
  const number = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : null
  throw number !== null && PASSING.includes(number)
    ? new CannotKeep('the database cannot write', { cause: error })
    : error
}

/** Writes in a transaction that takes its turn at once; durable, with whatever else waited, when its promise resolves. Throws CannotKeep. */
export const writing = <Result>(db: Database, work: (within: Within) => Promise<Result>): Promise<Result> => {
  const line = lines.get(db) ?? committingTogether<Tables>(db)
  lines.set(db, line)
  return line(work).catch(orCannotKeep)
}

/** Reads in one transaction that sees one moment and holds up nobody. */
export const reading = <Result>(db: Database, work: (within: Within) => Promise<Result>): Promise<Result> =>
  db.transaction().setAccessMode('read only').execute(work)
