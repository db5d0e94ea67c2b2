import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { type Database, openDatabase } from '../../src/storage/database.ts'
import { sqliteResponseStore } from '../../src/storage/responseStore.ts'
import { withFolder } from './folder.ts'
import { sealer } from './sealer.ts'

const setting = async (db: Database, name: string) => {
  const { rows } = await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(db)
  return Object.values(rows[0]!)[0]
}

const begun = { id: 'one', reference: null, consent: { at: 1, wording: 'w' }, answers: {}, begunAt: 1, savedAt: null }

test('a database in a file survives a power cut, waits for its turn, and wipes what it deletes', () =>
  withFolder(async (folder) => {
    const db = await openDatabase(join(folder, 'new', 'responses.sqlite'), sealer)
    expect(await setting(db, 'journal_mode')).toBe('wal')
    expect(await setting(db, 'synchronous')).toBe(2)
    expect(await setting(db, 'secure_delete')).toBe(1)
    expect(await setting(db, 'foreign_keys')).toBe(1)
    expect(await setting(db, 'busy_timeout')).toBe(5000)
    await db.destroy()
  }))

test('the folder and every file in it are readable by their owner alone', () =>
  withFolder(async (folder) => {
    const data = join(folder, 'data')
    const db = await openDatabase(join(data, 'responses.sqlite'), sealer)
    await sqliteResponseStore(db, sealer).begin(begun, [])
    expect(statSync(data).mode & 0o777).toBe(0o700)
    expect(readdirSync(data)).toContain('responses.sqlite-wal')
    for (const file of readdirSync(data)) expect(statSync(join(data, file)).mode & 0o077).toBe(0)
    await db.destroy()
  }))

test('what was kept is there after closing and opening again', () =>
  withFolder(async (folder) => {
    const file = join(folder, 'responses.sqlite')
    const first = await openDatabase(file, sealer)
    await sqliteResponseStore(first, sealer).begin(begun, [{ kind: 'visit', hash: 'a' }])
    await first.destroy()
    const second = await openDatabase(file, sealer)
    expect(await sqliteResponseStore(second, sealer).open({ kind: 'visit', hash: 'a' })).toEqual(begun)
    await second.destroy()
  }))

test('a transaction that fails leaves nothing behind, and the next one works', async () => {
  const db = await openDatabase(':memory:', sealer)
  const insert = sql`insert into keys (kind, hash, responseId, addedAt) values ('visit', 'a', 'nobody', 1)`
  await expect(db.transaction().execute((within) => insert.execute(within))).rejects.toThrow('FOREIGN KEY')
  expect(await db.selectFrom('keys').selectAll().execute()).toEqual([])
  await sqliteResponseStore(db, sealer).begin(begun, [])
  await db.destroy()
})

test('a writing transaction takes its turn at once, a reading one holds up nobody', () =>
  withFolder(async (folder) => {
    const file = join(folder, 'responses.sqlite')
    const [first, second] = [await openDatabase(file, sealer), await openDatabase(file, sealer)]
    await sql`pragma busy_timeout = 0`.execute(second)
    const write = () => sqliteResponseStore(second, sealer).begin(begun, [])
    await first.transaction().execute(async () => {
      await expect(write()).rejects.toThrow('locked')
    })
    await first
      .transaction()
      .setAccessMode('read only')
      .execute(async (within) => {
        await within.selectFrom('responses').selectAll().execute()
        await expect(write()).resolves.toBeUndefined()
      })
    await Promise.all([first.destroy(), second.destroy()])
  }))

test('a writer waits for its turn without holding up anybody else', () =>
  withFolder(async (folder) => {
    const file = join(folder, 'responses.sqlite')
    const [first, second] = [await openDatabase(file, sealer), await openDatabase(file, sealer)]
    await sql`pragma busy_timeout = 1000`.execute(second)
    const order: string[] = []
    const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>()
    const writing = first.transaction().execute(async () => {
      await mayEnd
      order.push('first')
    })
    const waiting = sqliteResponseStore(second, sealer)
      .begin(begun, [])
      .then(() => order.push('second'))
    // Within SQLite it would wait for its whole second before any of these, and then for another one in vain.
    for (let n = 0; n < 10; n += 1) await setTimeout(1)
    order.push('others')
    end()
    await Promise.all([writing, waiting])
    expect(order).toEqual(['others', 'first', 'second'])
    expect(await setting(second, 'busy_timeout')).toBe(1000)
    await Promise.all([first.destroy(), second.destroy()])
  }))

test('a file that is no database is refused', () =>
  withFolder(async (folder) => {
    const file = join(folder, 'responses.sqlite')
    writeFileSync(file, 'a shopping list '.repeat(100))
    await expect(openDatabase(file, sealer)).rejects.toThrow('not a database')
  }))
