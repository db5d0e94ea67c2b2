import { daysAfterLastChange, forgetAt, forgetDue } from '../../src/responses/forgetting.ts'
import { openDatabase } from '../../src/storage/database.ts'
import { sqliteResponseStore } from '../../src/storage/responseStore.ts'
import { plainSealer } from '../../src/storage/seal.ts'

const pack = { forgetAfter: '2017-12-31', timeZone: 'Europe/London' }
const at = (moment: string) => Date.parse(moment)
const newYear = at('2018-01-01T00:00:00Z')
const kept = daysAfterLastChange * 86_400_000

test("an early response is kept to the end of the pack's day, a late one 30 days from its last change", () => {
  expect(forgetAt(at('2017-09-25T09:00:00Z'), pack)).toBe(newYear)
  expect(forgetAt(at('2017-12-25T09:00:00Z'), pack)).toBe(at('2018-01-24T09:00:00Z'))
  expect(forgetAt(newYear - kept, pack)).toBe(newYear)
  expect(forgetAt(newYear - kept + 1, pack)).toBe(newYear + 1)
})

test("the day ends where the pack lives: in London's summer an hour before UTC's", () => {
  const summer = { ...pack, forgetAfter: '2017-07-31' }
  expect(forgetAt(0, summer)).toBe(at('2017-07-31T23:00:00Z'))
  expect(forgetAt(0, { ...summer, timeZone: 'Asia/Dhaka' })).toBe(at('2017-07-31T18:00:00Z'))
})

test('a response is there until its time, and gone right after', async () => {
  const db = await openDatabase(':memory:', plainSealer)
  const store = sqliteResponseStore(db, plainSealer)
  const begin = (id: string, begunAt: number) =>
    store.begin(
      { id, reference: null, consent: { at: begunAt, wording: 'w' }, answers: {}, begunAt, savedAt: null },
      [],
    )
  const early = at('2017-09-25T09:00:00Z')
  const late = at('2017-12-25T09:00:00Z')
  await begin('early', early)
  await begin('late', late)
  expect(await forgetDue(store, pack, forgetAt(early, pack))).toBe(0)
  expect(await forgetDue(store, pack, forgetAt(early, pack) + 1)).toBe(1)
  expect(await forgetDue(store, pack, forgetAt(late, pack))).toBe(0)
  expect(await forgetDue(store, pack, forgetAt(late, pack) + 1)).toBe(1)
  await db.destroy()
})
