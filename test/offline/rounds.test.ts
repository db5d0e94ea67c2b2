import 'fake-indexeddb/auto'
import { tabletBooks } from '../../src/offline/books.ts'
import { openTabletDatabase } from '../../src/offline/database.ts'
import { tabletQueue } from '../../src/offline/queue.ts'
import { makeRounds } from '../../src/offline/rounds.ts'
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
  await rounds.pair('key')
  const { aheadMs, troubles, signal } = (await books.pairing())!
  expect([aheadMs, signal]).toEqual([25 * HOUR, true])
  expect(troubles[0]).toContain('25 hours ahead')
})

test('a rehearsal goes by another time on purpose', async () => {
  const { books, rounds } = await tabletAt(() => 9 * 365 * 24 * HOUR, true)
  await rounds.pair('key')
  expect((await books.pairing())!.troubles).toEqual([])
})

test('without signal it says so and keeps what it knew; revoked, nobody begins any more', async () => {
  const { books, rounds, say } = await tabletAt(() => 1000)
  await rounds.pair('key')
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

test('somebody else’s 401 is no word of ours', async () => {
  const { books, rounds, say } = await tabletAt(() => 1000)
  await rounds.pair('key')
  say(async () => Response.json({ error: 'login' }, { status: 401 }))
  expect((await rounds.go()).signal).toBe(false)
  expect(await books.pairing()).toMatchObject({ signal: false, heard: { closed: false }, troubles: [] })
})

test('rounds go one after the other, and who asks during one has another after it', async () => {
  const { rounds, say } = await tabletAt(() => 1000)
  await rounds.pair('key')
  let [asked, here, most] = [0, 0, 0]
  let letGo = () => {}
  const inside = new Promise<void>((isInside) => {
    say(async () => {
      asked += 1
      most = Math.max(most, ++here)
      isInside()
      await new Promise<void>((resolve) => (letGo = resolve))
      here -= 1
      return Response.json(heard)
    })
  })
  const first = rounds.go()
  await inside
  const [second, third] = [rounds.go(), rounds.go()]
  letGo()
  await first
  while (asked < 2) await new Promise((resolve) => setImmediate(resolve))
  letGo()
  expect(await second).toBe(await third)
  expect([asked, most]).toEqual([2, 1])
})

test('a tablet that is paired anew counts its people from nothing', async () => {
  const { books, rounds } = await tabletAt(() => 1000)
  await rounds.pair('key')
  await books.count('started', 5 * HOUR)
  await rounds.pair('another')
  expect(await books.tally()).toEqual([])
  for (let hour = 0; hour < 200; hour += 1) await books.count('started', hour * HOUR)
  expect((await books.tally()).map(({ from }) => from / HOUR)).toEqual(Array.from({ length: 168 }, (_, at) => at + 32))
})
