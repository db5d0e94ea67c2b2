import { sql } from 'kysely'
import type { Database } from './database.ts'

/** How a database keeps things: SQLite's pragmas on a connection as the product opens it, and the file's check of itself. */
export type Durability = { synchronous: number; journalMode: string; secureDelete: number; check: string }

const pragma = async (db: Database, name: string): Promise<unknown> => {
  const { rows } = await sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(db)
  return Object.values(rows[0] ?? {})[0]
}

/** Reads how an open database keeps what it is given; the check reads the whole file. */
export const durabilityOf = async (db: Database): Promise<Durability> => ({
  synchronous: Number(await pragma(db, 'synchronous')),
  journalMode: String(await pragma(db, 'journal_mode')),
  secureDelete: Number(await pragma(db, 'secure_delete')),
  check: String(await pragma(db, 'quick_check')),
})
