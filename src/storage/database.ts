import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely, Migrator, sql } from 'kysely'
import { nodeSqliteDialect } from './dialect.ts'
import { migrationsWith } from './migrations.ts'
import type { Sealer } from './seal.ts'
import type { Tables } from './tables.ts'

export type Database = Kysely<Tables>

// FULL and not NORMAL: in WAL mode NORMAL survives a crash of the process but loses acknowledged rows when the power goes.
const settings = `
  pragma busy_timeout = 5000;
  pragma journal_mode = wal;
  pragma synchronous = full;
  pragma secure_delete = on;
  pragma foreign_keys = on;
  pragma temp_store = memory;
`

/** Makes the file before SQLite does, readable by its owner alone; SQLite gives the WAL beside it the same mode. */
const makePrivately = (file: string) => {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  closeSync(openSync(file, 'a', 0o600))
}

const open = (file: string) => {
  if (file !== ':memory:') makePrivately(file)
  const database = new DatabaseSync(file)
  database.exec(settings)
  return database
}

/** `secure_delete` wipes the file, and this the WAL; while another process reads it waits for the next call. */
export const wipeLog = async (db: Database): Promise<void> => {
  await sql`pragma wal_checkpoint(truncate)`.execute(db)
}

const migrate = async (db: Database, sealer: Sealer) => {
  const provider = { getMigrations: async () => migrationsWith(sealer) }
  const { error, results } = await new Migrator({ db, provider }).migrateToLatest()
  if (error) throw error
  // What a migration sealed must not stay readable beside the file.
  if (results?.length) await wipeLog(db)
}

const checkWord = 'keyChecks'

/** Throws CannotOpen where the database was sealed with another key: before anybody's answers are asked for. */
const checkKey = (db: Database, { seal, open }: Sealer) =>
  db.transaction().execute(async (within) => {
    const kept = await within.selectFrom('keyChecks').select('sealed').executeTakeFirst()
    if (kept) open(kept.sealed, checkWord)
    else
      await within
        .insertInto('keyChecks')
        .values({ sealed: seal(checkWord, checkWord) })
        .execute()
  })

/**
 * Opens the database in this file (made with its folder when it is not there) and brings its tables up to date.
 * Throws CannotOpen when it was sealed with another key. Close with `destroy()`.
 */
export const openDatabase = async (file: string | ':memory:', sealer: Sealer): Promise<Database> => {
  const db: Database = new Kysely({ dialect: nodeSqliteDialect(() => open(file)) })
  try {
    await migrate(db, sealer)
    await checkKey(db, sealer)
    return db
  } catch (error) {
    await db.destroy()
    throw error
  }
}
