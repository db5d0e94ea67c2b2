import { BROUGHT_AN_HOUR, VOUCHED_AN_HOUR } from '../../src/stall/sparing.ts'
import { finishedWith, vouched } from './brought.ts'
import { referenceOf } from './stallAt.ts'
import { withStalls } from './withStalls.ts'

const HOUR = 3_600_000

test('a tablet sends sixty an hour by its volunteer’s word; the rest waits for print, and the next hour sends again', () =>
  withStalls(async (test) => {
    const bring = (n: number) => test.bring(finishedWith({ ...vouched, reference: referenceOf(n) }))
    for (let n = 0; n < VOUCHED_AN_HOUR + 2; n += 1) expect((await bring(n)).receipt).not.toBeNull()
    expect(await test.stalls.tray(test.stall.id)).toHaveLength(2)
    expect((await test.stalls.hours(test.stall.id)).map(({ sent }) => sent)).toEqual([VOUCHED_AN_HOUR])
    test.time.jump(HOUR)
    await bring(100)
    expect(await test.stalls.tray(test.stall.id)).toHaveLength(2)
  }))

test('twelve hours after its stall nothing is sent by a volunteer’s word any more: it waits for print', () =>
  withStalls(async (test) => {
    // Six in the morning after the stall's day, by London's clocks, and twelve hours on.
    const ends = Date.UTC(2017, 9, 1, 5) + 12 * HOUR
    test.time.jump(ends - 1 - test.time.clock())
    await test.bring(finishedWith(vouched))
    expect(await test.stalls.tray(test.stall.id)).toEqual([])
    test.time.jump(1)
    const after = finishedWith({ ...vouched, reference: 'AAAA1111' })
    expect((await test.bring(after)).receipt).not.toBeNull()
    expect(await test.stalls.tray(test.stall.id)).toMatchObject([{ responseId: after.id }])
    expect(await test.store.sent(after.id)).toEqual([])
  }))

test('more new responses than a tablet can have are told to wait, and come an hour later; known ones are answered', () =>
  withStalls(async (test) => {
    for (let n = 0; n < BROUGHT_AN_HOUR; n += 1)
      await test.counts.add(`brought ${test.shiftId}`, HOUR, test.time.clock())
    const known = finishedWith()
    const { bytes } = await test.bring(known)
    const finished = finishedWith({ reference: 'AAAA1111' })
    const sealed = await test.bytesOf(finished)
    const sync = (id: string, body: typeof sealed) => test.stalls.sync(test.shiftId, id, body, test.time.clock())
    expect(await sync(finished.id, sealed)).toMatchObject({ refused: 'full', words: expect.stringContaining('stays') })
    expect(await test.stallStore.taken(finished.id)).toBeNull()
    expect(await sync(known.id, bytes)).toHaveProperty('receipt')
    test.time.jump(HOUR)
    expect(await sync(finished.id, sealed)).toHaveProperty('receipt')
  }))

test('what could not be opened is not counted', () =>
  withStalls(async (test) => {
    const [one, other] = [finishedWith(), finishedWith()]
    const bytes = await test.bytesOf(one)
    for (let n = 0; n < BROUGHT_AN_HOUR + 1; n += 1)
      expect(await test.stalls.sync(test.shiftId, other.id, bytes, test.time.clock())).toMatchObject({
        refused: 'unreadable',
      })
    expect(await test.stalls.sync(test.shiftId, one.id, bytes, test.time.clock())).toHaveProperty('receipt')
  }))

test('words that nobody could have typed are kept whole, and no key opens them', () =>
  withStalls(async (test) => {
    const [link, visit] = ['L'.repeat(22), 'V'.repeat(22)]
    const answers = { 'q1-reasons': `e${'\u0301\u0323'.repeat(100_000)}` }
    const heaped = finishedWith({ wants: 'print', link, visit, answers })
    expect((await test.bring(heaped)).receipt).not.toBeNull()
    expect(await test.responses.openBy('link', link)).toBeNull()
    expect(await test.responses.visit(visit, test.time.clock())).toBeNull()
    expect(await test.stalls.tray(test.stall.id)).toMatchObject([{ responseId: heaped.id, misfit: true }])
    expect(await test.stalls.brought(test.stall.id)).toMatchObject([{ id: heaped.id, misfit: true }])
    expect((await test.responses.byId(heaped.id))?.answers).toEqual(answers)
  }))

test('more answers than any form asks for are not opened, and stay on the tablet', () =>
  withStalls(async (test) => {
    const answers = Object.fromEntries(Array.from({ length: 1001 }, (_, n) => [`q${n}`, 'Words.']))
    expect((await test.bring(finishedWith({ answers }))).brought).toMatchObject({ refused: 'unreadable' })
  }))
