import type { Page } from 'playwright-core'
import { fullViews } from '../views/fullViews.ts'
import { tabletOf, tabletPage, withTabletPages } from './tabletPages.ts'

const FILE = 'mopac-2017-K7MQ2FTD.pdf'
const handover = () => tabletPage('handover', { ...fullViews.handover, unprintable: null, file: FILE })

const pagesWith = (viewer: boolean, use: (page: Page) => Promise<void>) => {
  const file = () => '<title>The form</title>'
  const { tablet } = tabletOf({ pages: { '/handover': handover, [`/take/${FILE}`]: file } })
  return withTabletPages(tablet, async (open) => {
    const page = await open()
    await page.addInitScript((has) => {
      Object.defineProperty(navigator, 'pdfViewerEnabled', { value: has })
      // What would stay on the tablet, and what is printed.
      const seen: string[] = []
      Object.assign(window, { seen, open: (address: string) => seen.push(`opened ${address}`) })
      window.print = () => void window.top?.postMessage('printed')
      addEventListener('message', ({ data }) => seen.push(String(data)))
    }, viewer)
    await page.goto('/handover')
    await use(page)
  })
}

test('a form is printed within the page, in no tab of its own, and is gone when the page is left', () =>
  pagesWith(true, async (page) => {
    await page.getByRole('button', { name: 'Print it here at once' }).click()
    await page.waitForFunction(() => (window as unknown as { seen: string[] }).seen.includes('printed'))
    expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual(['printed'])
    expect(page.context().pages()).toHaveLength(1)
    expect(await page.locator('iframe').count()).toBe(1)
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })))
    expect(await page.locator('iframe').count()).toBe(0)
  }))

test('where a form can only be saved, it is not offered: the tray is', () =>
  pagesWith(false, async (page) => {
    await page.getByRole('button', { name: 'Put it into the tray' }).waitFor()
    expect(await page.getByText('Print it here at once').isVisible()).toBe(false)
    expect(await page.locator(`a[href*="${FILE}"]`).count()).toBe(0)
  }))
