import type { Page } from 'playwright-core'
import { keptBy } from '../stall/kept.ts'
import { begin, fillPage, goThrough, makeStall, pair } from '../stall/people.ts'
import { lookForServer, NOTHING_WAITS } from '../stall/waitingPage.ts'
import { type AtStall, withTablet } from '../stall/withTablet.ts'

const pairOne = async (stall: AtStall): Promise<Page> => {
  const { cards } = await makeStall(stall)
  const { page } = await stall.tablet()
  await pair(page, stall, cards[0]!)
  return page
}

/** The clock goes on by so much at once, as for a machine that slept: nothing of the page runs meanwhile. */
const sleep = async (page: Page, ms: number): Promise<void> => {
  await page.clock.setSystemTime(Date.now() + ms)
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
}

test('a tablet that is left alone asks who is there; one that slept through it wakes up empty', () =>
  withTablet(async (stall) => {
    const page = await pairOne(stall)
    await begin(page, { quick: true })
    await fillPage(page, { 'q4-reasons': 'Half a sentence, and then' })
    await page.clock.install()
    await sleep(page, 95_000)
    const dialog = page.getByRole('alertdialog')
    await dialog.waitFor()
    expect(await dialog.innerText()).toMatch(/In \d+ seconds this tablet clears itself/)
    await page.getByRole('button', { name: 'I am still here' }).click()
    expect(await page.locator('textarea').first().inputValue()).toBe('Half a sentence, and then')

    await sleep(page, 95_000 + 111_000)
    await page.getByText('What was not finished is deleted.').waitFor()
    expect(await page.content()).not.toContain('Half a sentence')
    expect(await lookForServer(stall, page)).toContain(NOTHING_WAITS)
    expect(await keptBy(stall)).toEqual([])
  }))

test('who had finished and walked away is kept for the tray', () =>
  withTablet(async (stall) => {
    const page = await pairOne(stall)
    await goThrough(page, { 'q4-reasons': 'Said, and gone.' }, { quick: true })
    await page.clock.install()
    await sleep(page, 111_000)
    await page.getByText('their response is kept for the tray').waitFor()
    expect(await lookForServer(stall, page)).toContain(NOTHING_WAITS)
    expect((await keptBy(stall)).map(({ answers }) => answers['q4-reasons'])).toEqual(['Said, and gone.'])
  }))
