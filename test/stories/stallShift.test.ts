import { until } from '../promises/waiting.ts'
import { keptBy } from '../stall/kept.ts'
import { begin, goThrough, makeStall, pair, printIt } from '../stall/people.ts'
import { withTablet } from '../stall/withTablet.ts'

test('a short shift: two people, one of them without signal, and the server has just these two', () =>
  withTablet(async (stall) => {
    const { id, cards } = await makeStall(stall)
    const { page } = await stall.tablet()
    await pair(page, stall, cards[0]!)
    await goThrough(page, { 'q4-reasons': 'My mother walks there.', name: 'Ada Obi' }, { quick: true })
    await printIt(page)
    await until(async () => (await keptBy(stall)).length === 1, 'the first one to come up')

    stall.road.cut()
    await goThrough(
      page,
      { 'q4-reasons': 'Łukasz ran to it – “once”.', name: 'Jo Ng' },
      { quick: true, assisted: true },
    )
    await printIt(page)
    await page.getByText('Saved on this tablet, waiting to send (1)').waitFor()
    expect(await keptBy(stall)).toHaveLength(1)

    stall.road.open()
    await page.getByRole('link', { name: 'To the stall’s page' }).click()
    await until(async () => (await keptBy(stall)).length === 2, 'the second one to come up')
    await page.getByText('Nothing waits on this tablet.').waitFor()
    const kept = await keptBy(stall)
    expect(kept.map(({ answers }) => [answers.name, answers['q4-reasons']])).toEqual([
      ['Ada Obi', 'My mother walks there.'],
      ['Jo Ng', 'Łukasz ran to it – “once”.'],
    ])
    const tray = await stall.house.site.stalls.tray(id)
    expect(tray.map(({ reference }) => reference)).toEqual(kept.map(({ reference }) => reference))
    expect(await Promise.all(kept.map(({ id }) => stall.house.site.stalls.assistedBy(id)))).toEqual([
      null,
      'Heathway market, card 1',
    ])

    stall.road.cut()
    await begin(page)
    expect(new URL(page.url()).pathname).toBe('/questions/q1')
  }))
