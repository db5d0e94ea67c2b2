import { showCameIn } from '../../src/pages/cameIn.ts'
import { asOrganiser } from './asOrganiser.ts'

test('an organiser finds a response’s times by its reference, printed or not, and no answer', () =>
  asOrganiser(async ({ ask, bring, house, stall }) => {
    const other = await bring({ wants: 'keep', complete: false, answers: { q1: 'no', 'q1-reasons': 'Canary.' } })
    const [waiting] = await house.site.stalls.tray(stall.id)
    await house.site.stalls.printed(stall.id, [waiting!.responseId], Date.UTC(2017, 8, 25, 12))
    const shown = await ask(showCameIn)
    const rows = (shown as { view: { rows: { reference: string }[] } }).view.rows
    const clock = expect.stringMatching(/^\d\d:\d\d:\d\d/)
    const times = { onDevice: clock, firstByte: clock, kept: clock, card: 1 }
    expect(rows).toHaveLength(2)
    expect(rows).toContainEqual({
      ...{ ...times, reference: expect.stringContaining(other.reference.slice(4)), finished: null, state: 'kept' },
    })
    const printed = { ...times, finished: clock, state: expect.stringMatching(/^printed 13:00:00/) }
    expect(rows).toContainEqual(expect.objectContaining(printed))
    expect(JSON.stringify(shown)).not.toMatch(/Canary|Reason/)
  }))

test('who is not signed in sees none of it', () =>
  asOrganiser(async ({ ask }) => {
    expect(await ask(showCameIn, { organiserKey: null })).toMatchObject({ page: 'organiser' })
  }))
