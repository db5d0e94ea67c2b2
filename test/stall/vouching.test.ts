import { hasClosed } from '../../src/consultation/closing.ts'
import { mopac } from '../delivery/samples.ts'
import { finishedWith, vouched } from './brought.ts'
import { withStalls } from './withStalls.ts'

const link = 'L'.repeat(22)

test('one that is vouched for goes to the body, without an address, with who vouched and typed and when', () =>
  withStalls(async (test) => {
    const finished = finishedWith({ ...vouched, assisted: true })
    await test.bring(finished)
    const [sent] = await test.store.sent(finished.id)
    expect(sent?.submission.frozen).toMatchObject({
      ...{ answers: finished.answers, address: null, consent: finished.yes, assisted: 'Heathway, card 1' },
      vouched: { by: 'Heathway, card 1', at: 2900 },
    })
    expect(sent?.submission).toMatchObject({ onDeviceAt: 3100, firstByteAt: test.time.clock() })
    expect(sent?.deliveries.map(({ letter }) => letter)).toEqual(['response'])
    await test.outbox.pass()
    expect((await test.store.sent(finished.id))[0]?.deliveries[0]?.acceptedAt).not.toBeNull()
    expect(await test.stalls.tray(test.stall.id)).toEqual([])
  }))

test('after the closing it is kept as late, and sent only where the pack says so', async () => {
  for (const late of ['keep', 'send'] as const) {
    await withStalls(
      async (test) => {
        const finished = finishedWith(vouched)
        test.time.jump(mopac.closesAtMs - test.time.clock() + 60_000)
        expect(hasClosed(mopac, test.time.clock())).toBe(true)
        expect((await test.bring(finished)).receipt).toMatchObject({ late: true })
        const [sent] = await test.store.sent(finished.id)
        expect(sent?.submission.frozen?.answers).toEqual(finished.answers)
        expect(sent?.deliveries).toHaveLength(late === 'send' ? 1 : 0)
      },
      { consultation: { ...mopac, late } },
    )
  }
})

test.each([
  ['no mail is set up', { mail: false }, {}],
  ['the form has no such letters', {}, { answers: { 'q1-reasons': 'So 😀.' } }],
  ['nobody said yes', {}, { yes: null }],
])('it waits for print where %s', (_, parts, more) =>
  withStalls(async (test) => {
    const finished = finishedWith({ ...vouched, ...more, link, linkOnPaper: true })
    expect((await test.bring(finished)).receipt).not.toBeNull()
    expect(await test.stalls.tray(test.stall.id)).toMatchObject([{ responseId: finished.id, link, printedAt: null }])
    expect(await test.store.sent(finished.id)).toEqual([])
  }, parts),
)

test('answers of another pack, or to what is no longer asked, are kept whole, neither printed nor sent, and told', () =>
  withStalls(async (test) => {
    const other = finishedWith({ ...vouched, pack: 'library-hours', link })
    const older = finishedWith({ wants: 'print', reference: 'AAAA1111', answers: { gone: 'Words.', q1: 'no' } })
    await test.bring(other)
    await test.bring(older)
    expect((await test.responses.openBy('link', link))?.answers).toEqual(other.answers)
    expect(await test.stalls.tray(test.stall.id)).toEqual([])
    expect(await test.store.sent(other.id)).toEqual([])
    const told = (await test.stalls.misfits(test.stall.id)).map(({ reference }) => reference)
    expect(told.sort()).toEqual(['AAAA1111', 'K7MQ2FTD'])
    await test.forget(other.id)
    expect(await test.stalls.misfits(test.stall.id)).toHaveLength(1)
  }))

test('one of an older print of the same pack, whose every answer still fits, is treated as any other', () =>
  withStalls(async (test) => {
    const finished = finishedWith({ wants: 'print', fingerprint: 'an older print' })
    await test.bring(finished)
    expect(await test.stalls.tray(test.stall.id)).toHaveLength(1)
  }))
