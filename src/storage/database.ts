import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely, Migrator } from 'kysely'
import { nodeSqliteDialect } from './dialect.ts'
import { migrations } from './migrations.ts'
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

/** Opens the database in this file (made with its folder when it is not there) and brings its tables up to date. Close with `destroy()`. */
export const openDatabase = async (file: string | ':memory:'): Promise<Database> => {
  const db: Database = new Kysely({ dialect: nodeSqliteDialect(() => open(file)) })
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateToLatest()
  if (!error) return db
  await db.destroy()
  throw error
}
