import { mopac } from '../delivery/samples.ts'
import { finishedWith, vouched } from './brought.ts'
import { TEN, withStalls } from './withStalls.ts'

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
        test.time.jump(60_000)
        expect((await test.bring(finished)).receipt).toMatchObject({ late: true })
        const [sent] = await test.store.sent(finished.id)
        expect(sent?.submission.frozen?.answers).toEqual(finished.answers)
        expect(sent?.deliveries).toHaveLength(late === 'send' ? 1 : 0)
        const hours = await test.stalls.hours(test.stall.id)
        expect(hours.map((hour) => hour.sent)).toEqual(late === 'send' ? [1] : [])
        const waits = { responseId: finished.id, printedAt: null }
        expect(await test.stalls.tray(test.stall.id)).toMatchObject(late === 'send' ? [] : [waits])
      },
      // It closes while the stall stands.
      { consultation: { ...mopac, late, closesAtMs: TEN + 60_000 } },
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

test('answers of another pack, or to what is no longer asked, are kept whole, not sent, and wait to be looked at', () =>
  withStalls(async (test) => {
    const other = finishedWith({ ...vouched, pack: 'library-hours', link })
    const older = finishedWith({ wants: 'print', reference: 'AAAA1111', answers: { gone: 'Words.', q1: 'no' } })
    await test.bring(other)
    await test.bring(older)
    expect((await test.responses.openBy('link', link))?.answers).toEqual(other.answers)
    expect(await test.store.sent(other.id)).toEqual([])
    for (const told of [await test.stalls.tray(test.stall.id), await test.stalls.brought(test.stall.id)]) {
      expect(told.map(({ reference, misfit }) => [reference, misfit]).sort()).toEqual([
        ['AAAA1111', true],
        ['K7MQ2FTD', true],
      ])
    }
    await test.forget(other.id)
    expect(await test.stalls.brought(test.stall.id)).toHaveLength(1)
  }))

test('one that was asked with another form is looked at first: into the tray and told, never sent by a word', () =>
  withStalls(async (test) => {
    const older = finishedWith({ ...vouched, fingerprint: 'an older print' })
    await test.bring(older)
    expect(await test.stalls.tray(test.stall.id)).toMatchObject([{ responseId: older.id }])
    expect(await test.store.sent(older.id)).toEqual([])
    const came = { id: older.id, older: true, misfit: false, at: test.time.clock() }
    expect(await test.stalls.brought(test.stall.id)).toMatchObject([came])
    await test.bring(
      finishedWith({ fingerprint: 'an older print', reference: 'AAAA1111', answers: { gone: 'Words.' } }),
    )
    await test.bring(finishedWith({ wants: 'print', reference: 'CCCC1111' }))
    const told = (await test.stalls.brought(test.stall.id)).map((each) => [each.reference, each.older, each.misfit])
    expect(told.sort()).toEqual([
      ['AAAA1111', true, true],
      ['CCCC1111', false, false],
      ['K7MQ2FTD', true, false],
    ])
  }))

test('one that was asked with another form, on a tablet that nobody knows, is told of and not sent', () =>
  withStalls(async (test) => {
    const older = finishedWith({ ...vouched, fingerprint: 'an older print' })
    await test.stalls.takeIn(null, older.id, await test.bytesOf(older), test.time.clock())
    expect(await test.stalls.brought(null)).toMatchObject([{ reference: older.reference, misfit: true }])
    expect(await test.store.sent(older.id)).toEqual([])
  }))
