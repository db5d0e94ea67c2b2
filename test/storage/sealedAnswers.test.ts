import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely, Migrator } from 'kysely'
import { openDatabase } from '../../src/storage/database.ts'
import { nodeSqliteDialect } from '../../src/storage/dialect.ts'
import { migrationsWith } from '../../src/storage/migrations.ts'
import { sqliteResponseStore } from '../../src/storage/responseStore.ts'
import { aesSealer, CannotOpen, plainSealer, type Sealer } from '../../src/storage/seal.ts'
import { wordsIn } from './bytesIn.ts'
import { withFolder } from './folder.ts'
import { sealer } from './sealer.ts'

const COUNT = 1200
const key = { kind: 'visit', hash: 'a' } as const

/** A database as the first release made it, with readable answers: 1,200 of one response, more than one batch. */
const makeOld = async (file: string) => {
  const db = new Kysely<never>({ dialect: nodeSqliteDialect(() => new DatabaseSync(file)) })
  const { '0001-responses': first } = migrationsWith(plainSealer)
  await new Migrator({ db, provider: { getMigrations: async () => ({ '0001-responses': first! }) } }).migrateToLatest()
  await db.destroy()
  const old = new DatabaseSync(file)
  old.exec(
    `insert into responses values ('one', 'CANARYRF', 1, 'w', 1, 2); insert into keys values ('visit', 'a', 'one', 1)`,
  )
  const add = old.prepare(`insert into answers values ('one', ?, ?)`)
  old.exec('begin')
  for (let n = 0; n < COUNT; n += 1) add.run(`q${n}`, JSON.stringify(`canary answer ${n}`))
  old.exec('commit')
  old.close()
}

const withOld = (work: (file: string, folder: string) => Promise<void>) =>
  withFolder(async (folder) => {
    const file = join(folder, 'responses.sqlite')
    await makeOld(file)
    await work(file, folder)
  })

const opened = async (file: string, by: Sealer) => {
  const db = await openDatabase(file, by)
  const response = await sqliteResponseStore(db, by).open(key)
  return { db, response }
}

test('answers of an earlier release are sealed when it is opened, each still itself, none left readable', () =>
  withOld(async (file, folder) => {
    expect(wordsIn(folder, ['canary answer'])).toEqual(['canary answer'])
    const { db, response } = await opened(file, sealer)
    expect(Object.keys(response!.answers)).toHaveLength(COUNT)
    expect(response!.answers['q1199']).toBe('canary answer 1199')
    expect(wordsIn(folder, ['canary answer'])).toEqual([])
    await db.destroy()
  }))

test('with the sealer that does nothing they stay readable: so the search can find them', () =>
  withOld(async (file, folder) => {
    const { db } = await opened(file, plainSealer)
    expect(wordsIn(folder, ['canary answer'])).toEqual(['canary answer'])
    await db.destroy()
  }))

test('a database is refused with another key, in words that say what to do, and opens with its own as before', () =>
  withOld(async (file) => {
    const first = await opened(file, sealer)
    await first.db.destroy()
    for (const other of [aesSealer(new Uint8Array(32).fill(8)), plainSealer]) {
      await expect(openDatabase(file, other)).rejects.toThrow(CannotOpen)
      await expect(openDatabase(file, other)).rejects.toThrow('Put responses.key (or RESPONSES_KEY) back')
    }
    const again = await opened(file, sealer)
    expect(again.response).toEqual(first.response)
    await again.db.destroy()
  }))

test('an answer that was moved to another question or response does not open', () =>
  withOld(async (file) => {
    const { db } = await opened(file, sealer)
    const { value } = await db
      .selectFrom('answers')
      .select('value')
      .where('question', '=', 'q1')
      .executeTakeFirstOrThrow()
    await db.updateTable('answers').set({ value }).where('question', '=', 'q2').execute()
    await expect(sqliteResponseStore(db, sealer).open(key)).rejects.toThrow(CannotOpen)
    await db.destroy()
  }))
