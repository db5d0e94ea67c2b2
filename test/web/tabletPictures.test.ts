import { makeStall, Tablet } from './atStall.ts'
import { withHouse } from './withHouse.ts'

const ANSWERS = { q1: 'no', 'q1-reasons': 'I walk past it at night.' }

test('a tablet is shown the pages of what could have been typed on it, and nothing slow is done with anything else', () =>
  withHouse(async (test) => {
    const { cards } = await makeStall(test)
    const tablet = new Tablet(test.address)
    await tablet.pair(cards[0]!)
    const ask = (reference: string, answers: object) =>
      tablet.bring('/stall/pages', JSON.stringify({ reference, answers }))
    expect((await ask('K7MQ2FTD', ANSWERS)).status).toBe(200)

    for (const [reference, answers] of [
      ['K7MQ2FTD', { 'q1-reasons': `e${'\u0301\u0323'.repeat(100_000)}` }],
      ['K7MQ2FTD', { 'q1-reasons': 'x'.repeat(20_001) }],
      ['K7MQ2FTD', { 'never-asked': 'Words.' }],
      ['K7MQ2FTD', { q1: 'perhaps' }],
      ['../../etc', ANSWERS],
    ] as const)
      expect([(await ask(reference, answers)).status, answers]).toEqual([422, answers])
    expect((await tablet.bring('/stall/pages', 'x'.repeat(1024 * 1024 + 1))).status).toBe(413)
  }))

test('what is filled for a tablet’s pictures is not kept', () =>
  withHouse(async (test) => {
    const { cards } = await makeStall(test)
    const tablet = new Tablet(test.address)
    await tablet.pair(cards[0]!)
    await tablet.bring('/stall/pages', JSON.stringify({ reference: 'K7MQ2FTD', answers: ANSWERS }))
    const { form } = test.house.site
    const [one, other] = await Promise.all([1, 2].map(() => form.fill(ANSWERS, 'K7MQ2FTD', 'final', { keep: false })))
    expect(one).not.toBe(other)
    const kept = await form.fill(ANSWERS, 'K7MQ2FTD', 'final')
    expect(await form.fill(ANSWERS, 'K7MQ2FTD', 'final')).toBe(kept)
  }))
