import type { Page } from 'playwright-core'
import { fullViews } from '../views/fullViews.ts'
import { tabletOf, tabletPage, withTabletPages } from './tabletPages.ts'

const shift = () => tabletPage('shift', { ...fullViews.shift, closed: false }, { size: 'normal', person: false })

/** One tablet with two tabs: in the first somebody has typed. */
const withTwoTabs = async (use: (first: Page, second: Page, posts: [string, string][]) => Promise<void>) => {
  const { tablet, posts } = tabletOf({ pages: { '/stall': shift } })
  await withTabletPages(tablet, async (open) => {
    const first = await open()
    await first.clock.install()
    await first.goto('/questions/q4')
    await first.getByRole('textbox').first().fill('My own words')
    await use(first, await first.context().newPage(), posts)
  })
}

test('a tab that lies behind does not clear the tablet while another is used', () =>
  withTwoTabs(async (first, second, posts) => {
    await second.goto('/questions/q4')
    for (let time = 0; time < 3; time += 1) {
      await first.clock.runFor(80_000)
      await second.keyboard.press('Shift')
    }
    expect(await first.getByRole('alertdialog').isVisible()).toBe(false)
    expect(posts).toEqual([])
  }))

test('once the tablet is empty, no tab shows what somebody wrote', () =>
  withTwoTabs(async (first, second, posts) => {
    await first.clock.runFor(2000)
    await second.goto('/stall')
    await first.waitForURL('**/stall')
    expect(await first.getByRole('button', { name: 'Next person' }).isVisible()).toBe(true)
    expect(posts).toEqual([])
  }))

test('the next person is not turned away by what is known of the last', () =>
  withTwoTabs(async (_first, second) => {
    await second.goto('/stall')
    await second.clock.runFor(5000)
    await second.goto('/questions/q4')
    await second.clock.runFor(30_000)
    expect(second.url()).toMatch(/\/questions\/q4$/)
  }))
