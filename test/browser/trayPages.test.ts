import type { BrowserContextOptions } from 'playwright-core'
import { stallAt } from '../stall/stallAt.ts'
import { expectFitForAll } from '../stories/seen.ts'
import { withDay } from '../stories/withBrowser.ts'
import { MORNING } from '../web/withHouse.ts'

const HOUR = 60 * 60_000

const SCREENS: [string, BrowserContextOptions][] = [
  ['320 pixels, or 1280 at 400 % zoom', { viewport: { width: 320, height: 256 } }],
  ['a phone in the dark', { viewport: { width: 360, height: 740 }, colorScheme: 'dark' }],
  ['a tablet', { viewport: { width: 768, height: 1024 } }],
  ['a wide screen', { viewport: { width: 1280, height: 900 } }],
]

// Many different characters that no form of ours has.
const strange = String.fromCodePoint(...Array.from({ length: 40 }, (_, at) => 0x1f600 + at))

const tally = Array.from({ length: 20 }, (_, at) => ({
  from: MORNING - 8 * HOUR + at * HOUR,
  started: 120 + at,
  finished: at,
}))

test.each(SCREENS)('the tray, a run and the day, with the longest content, on %s', (_name, options) =>
  withDay(async (day) => {
    const { key, bring, stall } = await stallAt(day.house)
    for (let n = 0; n < 4; n += 1) await bring({ link: String(n).padStart(22, 'z'), linkOnPaper: true })
    await bring({ answers: { q1: 'no', 'q1-reasons': strange } })
    const { stalls } = day.house.site
    await stalls.printed(stall.id, [(await stalls.tray(stall.id))[0]!.responseId], MORNING)
    await stalls.heard((await stalls.shiftOf(key, MORNING))!, { unsent: 0, aheadMs: 0, tally }, MORNING)

    const page = await day.visitor(options)
    await page.context().addCookies([{ name: 'shift', value: key, url: day.address }])
    // The dialogue itself cannot be opened without a window.
    await page.addInitScript(() => Object.defineProperty(navigator, 'pdfViewerEnabled', { value: false }))
    await page.goto('/stall/day')
    await page.getByText('These hours as a table').click()
    await expectFitForAll(page)
    await page.goto('/stall/tray')
    await expectFitForAll(page)
    const targets = await page.locator('main .button, main a').all()
    for (const target of targets) expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(64)
    await page.getByRole('button', { name: /^Print all/ }).click()
    await page.getByText('Not all of them').click()
    await expectFitForAll(page)
  }),
)
