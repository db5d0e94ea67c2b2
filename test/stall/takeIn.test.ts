import { sayMoment } from '../../src/delivery/sayMoment.ts'
import type { Finished } from '../../src/stall/finished.ts'
import { finishedWith, vouched } from './brought.ts'
import { type TestStalls, withStalls } from './withStalls.ts'

const responseBy = async ({ responses }: Pick<TestStalls, 'responses'>, link: string) => responses.openBy('link', link)
const link = 'L'.repeat(22)

test('what is brought is kept whole, opens by its link and its visit key, and the receipt is for it', () =>
  withStalls(async (test) => {
    const visit = 'V'.repeat(22)
    const finished = finishedWith({ link, visit, wants: 'open' })
    const { receipt } = await test.bring(finished)
    const now = test.time.clock()
    expect(receipt).toMatchObject({ id: finished.id, at: now, reference: 'K7MQ2FTD', late: false })
    const { id, reference, consent, answers, begunAt, savedAt } = finished
    const kept = { id, reference, consent, answers, begunAt, savedAt }
    expect(await responseBy(test, link)).toEqual(kept)
    expect(await test.responses.visit(visit, now)).toEqual(kept)
    expect(await test.stalls.tray(test.stall.id)).toEqual([])
    // Its own clock, the first byte, and when it was kept: all three, whatever becomes of it.
    const times = { finishedAt: 3000, onDeviceAt: 3100, firstByteAt: now, at: now }
    expect(await test.stallStore.taken(finished.id)).toMatchObject(times)
  }))

test('what its person took along half done was never finished, and no volunteer’s word sends it', () =>
  withStalls(async (test) => {
    const half = finishedWith({ link, complete: false })
    await test.bring(half)
    const unfinished = { finishedAt: null, onDeviceAt: 3100, at: test.time.clock() }
    expect(await test.stallStore.taken(half.id)).toMatchObject(unfinished)
    expect((await responseBy(test, link))?.answers).toEqual(half.answers)
    expect(await test.stalls.tray(test.stall.id)).toEqual([])

    const odd = finishedWith({ ...vouched, complete: false, reference: 'AAAA1111' })
    await test.bring(odd)
    expect(await test.store.sent(odd.id)).toEqual([])
    expect(await test.stalls.tray(test.stall.id)).toMatchObject([{ responseId: odd.id }])
    expect(await test.stalls.brought(test.stall.id)).toMatchObject([{ finishedAt: null }, { finishedAt: null }])
  }))

test('brought again, the same bytes get the same receipt and double nothing; other bytes are refused', () =>
  withStalls(async (test) => {
    const finished = finishedWith({ link, wants: 'print' })
    const first = await test.bring(finished)
    test.time.pass(60_000)
    const again = await Promise.all([1, 2, 3].map(() => test.bring(finished, first.bytes)))
    for (const { receipt } of again) expect(receipt).toEqual(first.receipt)
    const other = await test.bring({ ...finished, answers: { q1: 'yes' } })
    expect(other.brought).toMatchObject({ refused: 'other' })
    expect((await responseBy(test, link))?.answers).toEqual(finished.answers)
    expect(await test.stalls.tray(test.stall.id)).toHaveLength(1)
  }))

test('one that was deleted since stays deleted when it is brought again, with the same receipt', () =>
  withStalls(async (test) => {
    const finished = finishedWith({ link, ...vouched })
    const { receipt, bytes } = await test.bring(finished)
    await test.forget(finished.id)
    expect((await test.bring(finished, bytes)).receipt).toEqual(receipt)
    expect(await responseBy(test, link)).toBeNull()
    expect(await test.store.sent(finished.id)).toEqual([])
  }))

test('a reference that is another response’s is made anew, and the receipt says which', () =>
  withStalls(async (test) => {
    await test.bring(finishedWith())
    const { receipt } = await test.bring(finishedWith({ link }))
    expect(receipt?.reference).toMatch(/^[0-9A-Y]{8}$/)
    expect(receipt?.reference).not.toBe('K7MQ2FTD')
    expect((await responseBy(test, link))?.reference).toBe(receipt?.reference)
  }))

test('what is sealed as another id, changed on the way, or no response, is refused in words and leaves nothing', () =>
  withStalls(async (test) => {
    const finished = finishedWith({ link })
    const bytes = await test.bytesOf(finished)
    const changed = bytes.with(100, bytes[100]! ^ 1) as typeof bytes
    const elsewhere = await test.bring(finishedWith(), bytes)
    const noResponse = await test.bring({ id: finished.id } as Finished)
    const lying = await test.bring(finished, await test.bytesOf(finishedWith(), finished.id))
    for (const { brought } of [elsewhere, noResponse, lying, await test.bring(finished, changed)]) {
      expect(brought).toMatchObject({ refused: 'unreadable', words: expect.stringContaining('stays on the tablet') })
    }
    expect(await responseBy(test, link)).toBeNull()
    expect((await test.bring(finished, bytes)).receipt).not.toBeNull()
  }))

test('no time of a tablet whose clock runs ahead lies after its coming', () =>
  withStalls(async (test) => {
    const ahead = test.time.clock() + 86_400_000
    const said = { at: ahead, wording: 'Yes.' }
    const finished = finishedWith({ ...vouched, link, consent: said, yes: said, begunAt: ahead, savedAt: ahead })
    await test.bring({ ...finished, finishedAt: 8.64e15, deviceAt: 8.64e15 })
    const now = test.time.clock()
    expect(await responseBy(test, link)).toMatchObject({ begunAt: now, savedAt: now, consent: { at: now } })
    const [sent] = await test.store.sent(finished.id)
    expect(sent?.submission.frozen?.vouched).toMatchObject({ at: now })
    expect(sayMoment(sent!.submission.onDeviceAt!, 'Europe/London')).toContain('December 9999')
  }))

test('the id of a response that is here already, by another way, is refused', () =>
  withStalls(async (test) => {
    const person = await test.person()
    const { brought } = await test.bring(finishedWith({ id: person.id, link }))
    expect(brought).toMatchObject({ refused: 'other' })
    expect(await responseBy(test, link)).toBeNull()
  }))

test('who typed is known by card and stall, and only where a volunteer did', () =>
  withStalls(async (test) => {
    const [own, helped] = [finishedWith(), finishedWith({ assisted: true })]
    await test.bring(own)
    await test.bring(helped)
    expect(await test.stalls.assistedBy(own.id)).toBeNull()
    expect(await test.stalls.assistedBy(helped.id)).toBe('Heathway, card 1')
    expect(await test.stalls.assistedBy(crypto.randomUUID())).toBeNull()
  }))
