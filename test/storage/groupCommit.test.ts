import { join } from 'node:path'
import { sql } from 'kysely'
import { openDatabase } from '../../src/storage/database.ts'
import { type Within, writing } from '../../src/storage/within.ts'
import { withFolder } from './folder.ts'
import { sealer } from './sealer.ts'

const numbers = (count: number) => Array.from({ length: count }, (_, n) => n)
const count = (name: string) => (within: Within) =>
  within.insertInto('counts').values({ name, count: 1, endsAt: 1 }).execute()

const withTwo = (use: (...both: Awaited<ReturnType<typeof openDatabase>>[]) => Promise<void>) =>
  withFolder(async (folder) => {
    const file = join(folder, 'responses.sqlite')
    const [db, other] = [await openDatabase(file, sealer), await openDatabase(file, sealer)]
    await use(db, other)
    await Promise.all([db.destroy(), other.destroy()])
  })

const names = async (db: Awaited<ReturnType<typeof openDatabase>>) =>
  (await db.selectFrom('counts').select('name').orderBy('name').execute()).map(({ name }) => name)

test('writes that wait together are committed together, and each is told when it can be seen from outside', () =>
  withTwo(async (db, other) => {
    const transactions = new Set<Within>()
    const seen = await Promise.all(
      numbers(10).map((n) =>
        writing(db, async (within) => {
          transactions.add(within)
          await count(`${n}`)(within)
        }).then(() => names(other)),
      ),
    )
    expect(transactions.size).toBe(1)
    expect(seen.map((rows) => rows.length)).toEqual(numbers(10).map(() => 10))
  }))

test('one that fails takes back its own writes and nobody else’s', () =>
  withTwo(async (db, other) => {
    const failing = async (within: Within) => {
      await count('half')(within)
      throw new Error('changed my mind')
    }
    const outcomes = await Promise.allSettled([writing(db, count('a')), writing(db, failing), writing(db, count('b'))])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(await names(other)).toEqual(['a', 'b'])
  }))

test('when the commit fails nobody is told that anything was kept, and the next write works', () =>
  withTwo(async (db, other) => {
    const orphan = async (within: Within) => {
      await sql`pragma defer_foreign_keys = on`.execute(within)
      await within.insertInto('ownWays').values({ responseId: 'nobody', way: 'post', at: 1 }).execute()
    }
    const outcomes = await Promise.allSettled([writing(db, count('a')), writing(db, orphan), writing(db, count('b'))])
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
    expect(await names(other)).toEqual([])
    await writing(db, count('c'))
    expect(await names(other)).toEqual(['c'])
  }))

test('when the database stays locked all who wait are told so, and the next write works', () =>
  withTwo(async (db, other) => {
    await sql`pragma busy_timeout = 0`.execute(db)
    await other.transaction().execute(async () => {
      const outcomes = await Promise.allSettled(numbers(3).map((n) => writing(db, count(`${n}`))))
      expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
    })
    await writing(db, count('c'))
    expect(await names(other)).toEqual(['c'])
  }))

test('everything else of the process has its turn between commits', () =>
  withTwo(async (db) => {
    let turns = 0
    let writes = 0
    const turn = () => {
      turns += 1
      if (writes < 200) setImmediate(turn)
    }
    setImmediate(turn)
    await Promise.all(
      numbers(200).map((n) =>
        writing(db, async (within) => {
          await count(`${n}`)(within)
          writes += 1
        }),
      ),
    )
    expect(turns).toBeGreaterThan(4)
  }))
