import type { Page } from 'playwright-core'
import { barriersOn } from '../stories/seen.ts'
import { fullViews } from '../views/fullViews.ts'
import { tabletOf, tabletPage, withTabletPages } from './tabletPages.ts'

const nobody = { size: 'normal' as const, person: false }
const toPhonePage = () => tabletPage('to-phone', fullViews['to-phone'])

const historyOf = (page: Page) => page.evaluate(() => history.length)

test('a link takes the place of its page, with a key held down too', async () => {
  const { tablet } = tabletOf({ pages: { '/handover/phone': toPhonePage } })
  await withTabletPages(tablet, async (open) => {
    const page = await open()
    for (const modifiers of [[], ['ControlOrMeta' as const]]) {
      await page.goto('/handover/phone')
      const before = await historyOf(page)
      await page.getByRole('link', { name: 'Go on here' }).click({ modifiers })
      await page.waitForURL('**/questions/q4')
      expect(await historyOf(page)).toBe(before)
    }
    expect(page.context().pages()).toHaveLength(1)
  })
})

test('a page that is left is emptied, and one that comes back from the cache leads to the stall', async () => {
  const { tablet } = tabletOf({})
  await withTabletPages(tablet, async (open) => {
    const page = await open()
    await page.goto('/questions/q4')
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })))
    expect(await page.locator('body').innerHTML()).toBe('')
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
    await page.waitForURL('**/stall')
  })
})

test('Stop and clear asks first', async () => {
  const { tablet, posts } = tabletOf({})
  await withTabletPages(tablet, async (open) => {
    const page = await open()
    await page.goto('/questions/q4')
    const stop = page.getByRole('button', { name: 'Stop and clear' })
    await stop.click()
    expect(await barriersOn(page)).toEqual([])
    await page.getByRole('button', { name: 'Go on' }).click()
    expect(posts).toEqual([])
    await stop.click()
    await page.getByRole('dialog').getByRole('button', { name: 'Stop and clear' }).click()
    await page.waitForURL('**/stall/empty')
    expect(posts).toEqual([['/stall/clear', 'token=token-of-this-page&why=left']])
  })
})

test('the stall’s page shows new numbers when the tablet says that they changed', async () => {
  let waiting = 3
  const shift = () => tabletPage('shift', { ...fullViews.shift, closed: false, waiting }, nobody)
  const { tablet } = tabletOf({ pages: { '/stall': shift } })
  await withTabletPages(tablet, async (open) => {
    const page = await open()
    await page.goto('/stall')
    await page.getByText('Saved on this tablet, waiting to send (3)').waitFor()
    await page.getByRole('link', { name: 'The day' }).focus()
    const said = page.getByRole('status').filter({ hasText: 'waiting to send' })
    await said.evaluate((region) => Object.assign(globalThis, { region }))
    waiting = 4
    await page.evaluate(() =>
      navigator.serviceWorker.dispatchEvent(new MessageEvent('message', { data: { changed: true } })),
    )
    await page.getByText('Saved on this tablet, waiting to send (4)').waitFor()
    expect(await page.locator(':focus').innerText()).toBe('The day')
    // Only a live region that was there before is read out.
    expect(await said.evaluate((region) => region === (globalThis as { region?: Element }).region)).toBe(true)
  })
})
