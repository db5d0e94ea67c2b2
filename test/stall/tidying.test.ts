import { finishedWith, SCAN } from './brought.ts'
import { TEN, withStalls } from './withStalls.ts'

const HOUR = 3_600_000
const link = 'L'.repeat(22)

test('a stall that nobody closed is closed for them 36 hours after its day; what was not printed stays', () =>
  withStalls(async (test) => {
    const { id } = test.stall
    const [printed, waits] = [
      finishedWith({ wants: 'print', link, linkOnPaper: true }),
      finishedWith({ wants: 'print', reference: 'AAAA1111' }),
    ]
    await test.bring(printed)
    await test.bring(waits)
    await test.stalls.printed(id, [printed.id], TEN)
    // Its day ended at eleven at night, UTC.
    const closes = Date.UTC(2017, 8, 30, 23) + 36 * HOUR
    await test.stalls.tidy(closes - 1)
    expect((await test.stalls.one(id))?.closedAt).toBeNull()
    await test.stalls.tidy(closes)
    await test.stalls.tidy(closes + HOUR)
    expect((await test.stalls.one(id))?.closedAt).toBe(closes)
    expect(await test.stalls.tray(id)).toMatchObject([{ responseId: waits.id }])
  }))

test('closing for them opens nothing anew: its cookies stay ended', () =>
  withStalls(async (test) => {
    const { key } = (await test.stalls.pair(await test.stalls.cardOf(test.shiftId), SCAN, TEN))!
    const closes = Date.UTC(2017, 8, 30, 23) + 36 * HOUR
    expect(await test.stalls.shiftOf(key, TEN)).toMatchObject({ id: test.shiftId })
    await test.stalls.tidy(closes)
    expect(await test.stalls.shiftOf(key, closes)).toBeNull()
    expect(await test.stalls.shiftByPairingKey(await test.stalls.pairingKeyOf(key))).toMatchObject({ id: test.shiftId })
  }))
