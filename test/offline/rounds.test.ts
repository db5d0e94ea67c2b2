import 'fake-indexeddb/auto'
import { tabletBooks } from '../../src/offline/books.ts'
import { openTabletDatabase } from '../../src/offline/database.ts'
import { tabletQueue } from '../../src/offline/queue.ts'
import { clockTroubles, makeRounds } from '../../src/offline/rounds.ts'
import { NoSignal } from '../../src/offline/server.ts'
import { stallKeysOf } from '../../src/stallKeys.ts'

const HOUR = 3_600_000
const { seal, receipts } = stallKeysOf(new Uint8Array(32).fill(1))
const stall = { id: 's', name: 'Heathway', place: 'Outside the library', day: '2017-09-25' }
const heard = { now: 1000, stall, card: 1, tray: 3, closed: false, keys: { seal: seal.open, receipts: receipts.open } }

let number = 0
const tabletAt = async (clock: () => number, rehearsed = false) => {
  const db = await openTabletDatabase(`rounds ${++number}`)
  const [books, queue] = [tabletBooks(db), tabletQueue(db)]
  let answer = async (): Promise<Response> => Response.json(heard)
  const rounds = makeRounds({ books, queue, clock, rehearsed, ask: () => () => answer() })
  return { books, rounds, say: (next: typeof answer) => (answer = next) }
}

test('a tablet that is paired knows its stall and how far its clock is ahead', async () => {
  const { books, rounds } = await tabletAt(() => 1000 + 25 * HOUR)
  await rounds.paired('key')
  const { aheadMs, troubles, signal } = (await books.pairing())!
  expect([aheadMs, signal]).toEqual([25 * HOUR, true])
  expect(troubles[0]).toContain('25 hours ahead')
})

test('a rehearsal goes by another time on purpose', async () => {
  const { books, rounds } = await tabletAt(() => 9 * 365 * 24 * HOUR, true)
  await rounds.paired('key')
  expect((await books.pairing())!.troubles).toEqual([])
})

test('clocks are said to be wrong from five minutes on, in the unit that one thinks in', () => {
  expect(clockTroubles(299_000)).toEqual([])
  expect(clockTroubles(-299_000)).toEqual([])
  expect(clockTroubles(-6 * 60_000)[0]).toContain('6 minutes behind')
  expect(clockTroubles(72 * HOUR)[0]).toContain('3 days ahead')
})

test('without signal it says so and keeps what it knew; revoked, nobody begins any more', async () => {
  const { books, rounds, say } = await tabletAt(() => 1000)
  await rounds.paired('key')
  say(async () => {
    throw new NoSignal('none')
  })
  expect((await rounds.go()).signal).toBe(false)
  expect(await books.pairing()).toMatchObject({ signal: false, heard: { tray: 3 }, troubles: [] })
  say(async () => Response.json({ refused: 'revoked', words: 'It was revoked.' }, { status: 401 }))
  await rounds.go()
  const { troubles, heard: known } = (await books.pairing())!
  expect([known.closed, troubles[0]]).toEqual([true, expect.stringContaining('rescue file')])
})

test('rounds go one after the other', async () => {
  const { rounds, say } = await tabletAt(() => 1000)
  await rounds.paired('key')
  let [here, most] = [0, 0]
  say(async () => {
    most = Math.max(most, ++here)
    await new Promise((resolve) => setImmediate(resolve))
    here -= 1
    return Response.json(heard)
  })
  await Promise.all([rounds.go(), rounds.go(), rounds.go()])
  expect(most).toBe(1)
})
