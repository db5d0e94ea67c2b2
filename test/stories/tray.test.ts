import { pageTexts } from '../pdf/paper.ts'
import { stallAt } from '../stall/stallAt.ts'
import { MORNING } from '../web/withHouse.ts'
import { expectFitForAll } from './seen.ts'
import { type Day, withDay } from './withBrowser.ts'

const TABLET = { viewport: { width: 768, height: 1024 }, hasTouch: true }

/** A paired tablet at a stall; the print dialogue says on which address it opened. */
const tabletAt = async (day: Day, key: string) => {
  const page = await day.visitor(TABLET)
  await page.context().addCookies([{ name: 'shift', value: key, url: day.address }])
  await page.addInitScript(() => {
    window.print = () => console.log(`printed ${location.pathname}${location.search}`)
  })
  const printed = async (press: () => Promise<unknown>): Promise<string> => {
    const said = page.waitForEvent('console', { predicate: (line) => line.text().startsWith('printed') })
    await press()
    return (await said).text().replace('printed ', '')
  }
  return { page, printed }
}

test('a volunteer prints what four people finished, and one again whose sheet was jammed', () =>
  withDay(async (day) => {
    const { key, bring } = await stallAt(day.house)
    const { page, printed } = await tabletAt(day, key)
    const brought = []
    for (let n = 0; n < 4; n += 1) {
      day.setClock(MORNING + n * 60_000)
      brought.push((await bring()).reference)
    }
    await page.goto('/stall/tray')
    await expectFitForAll(page)

    const file = await printed(() => page.getByRole('button', { name: 'Print all (4)' }).click())
    await page.getByRole('heading', { name: 'Print 4 responses' }).waitFor()
    await expectFitForAll(page)
    const paper = await page.request.get(file)
    const texts = await pageTexts(await paper.body())
    expect(texts.flatMap((text) => text.match(/Reason \d/g) ?? [])).toEqual([0, 1, 2, 3].map((n) => `Reason ${n}`))
    expect(await printed(() => page.getByRole('button', { name: 'Print again' }).click())).toBe(file)

    await page.getByText('Not all of them').click()
    for (const reference of brought.slice(0, 3)) await page.locator(`input[value="${reference}"]`).check()
    await expectFitForAll(page)
    await page.getByRole('button', { name: 'Tick these off' }).click()
    await page.getByText('3 responses are ticked off.').waitFor()

    await printed(() => page.getByRole('button', { name: /^Print this one/ }).click())
    await page.getByRole('button', { name: 'Yes, tick it off' }).click()
    await page.getByText('Nothing waits for print.').waitFor()
    await page.getByRole('heading', { name: 'Ticked off (4)' }).waitFor()
    await expectFitForAll(page)

    await page.goto('/stall/day')
    await page.locator('.day-lane', { hasText: 'printed' }).getByText('4', { exact: true }).first().waitFor()
    await expectFitForAll(page)
    expect(await page.content()).not.toContain('Reason')
  }))

test('going back to a run does not open the print dialogue once more', () =>
  withDay(async (day) => {
    const { key, bring } = await stallAt(day.house)
    const { page, printed } = await tabletAt(day, key)
    await bring()
    await page.goto('/stall/tray')
    await printed(() => page.getByRole('button', { name: 'Print all (1)' }).click())
    const heard: string[] = []
    page.on('console', (line) => heard.push(line.text()))
    await page.reload()
    // The button works once the script has run.
    await printed(() => page.getByRole('button', { name: 'Open the print dialogue' }).click())
    expect(heard.filter((line) => line.startsWith('printed'))).toHaveLength(1)
  }))
