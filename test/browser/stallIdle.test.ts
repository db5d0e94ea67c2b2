import type { Page } from 'playwright-core'
import { barriersOn } from '../stories/seen.ts'
import { fullViews } from '../views/fullViews.ts'
import { tabletOf, tabletPage, withTabletPages } from './tabletPages.ts'

const asked = (page: Page) => page.getByRole('alertdialog', { name: 'Are you still there?' })

/** A tablet on which somebody has typed and then let go, with its clock in the test's hand. */
const withSomebody = async (use: (page: Page, posts: [string, string][], dialogs: string[]) => Promise<void>) => {
  const { tablet, posts } = tabletOf({})
  await withTabletPages(tablet, async (open) => {
    const page = await open()
    const dialogs: string[] = []
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.type())
      return dialog.dismiss()
    })
    await page.clock.install()
    await page.goto('/questions/q4')
    await page.getByRole('textbox').first().pressSequentially('My own words')
    await use(page, posts, dialogs)
  })
}

const CLEARED = ['/stall/clear', 'token=token-of-this-page&why=idle']

test('a tablet left alone asks after 90 seconds, counts 20 down, and clears itself without another question', () =>
  withSomebody(async (page, posts, dialogs) => {
    await page.clock.runFor(88_000)
    expect(await asked(page).isVisible()).toBe(false)
    await page.clock.runFor(3_000)
    expect(await asked(page).innerText()).toMatch(/In (19|20) seconds this tablet clears itself/)
    await page.clock.runFor(10_000)
    expect(await asked(page).innerText()).toMatch(/In (\d|10) seconds/)
    await page.clock.runFor(10_000)
    await page.waitForURL('**/stall/empty')
    expect(posts).toEqual([CLEARED])
    expect(dialogs).toEqual([])
  }))

test('whoever says that they are still there has as long again, and every word', () =>
  withSomebody(async (page, posts) => {
    await page.clock.runFor(91_000)
    expect(await barriersOn(page)).toEqual([])
    await page.getByRole('button', { name: 'I am still here' }).click()
    await page.clock.runFor(80_000)
    expect(await asked(page).isVisible()).toBe(false)
    expect(await page.getByRole('textbox').first().inputValue()).toBe('My own words')
    await page.clock.runFor(12_000)
    expect(await asked(page).isVisible()).toBe(true)
    expect(posts).toEqual([])
  }))

test.each(['Enter', 'Escape'])('%s alone stops the count, and leads back to the word that was being written', (key) =>
  withSomebody(async (page, posts) => {
    await page.clock.runFor(91_000)
    expect(await page.locator(':focus').innerText()).toBe('I am still here')
    await page.keyboard.press(key)
    expect(
      await page
        .getByRole('textbox')
        .first()
        .evaluate((box) => box === document.activeElement),
    ).toBe(true)
    await page.clock.runFor(80_000)
    expect(await asked(page).isVisible()).toBe(false)
    expect(posts).toEqual([])
  }),
)

test('whoever goes on is not asked', () =>
  withSomebody(async (page) => {
    for (let time = 0; time < 3; time += 1) {
      await page.clock.runFor(80_000)
      await page.keyboard.press('Shift')
    }
    expect(await asked(page).isVisible()).toBe(false)
  }))

test('a tablet that slept shows nothing and asks nothing when it wakes', () =>
  withSomebody(async (page, posts) => {
    const shown = page.evaluate(
      () =>
        new Promise((resolve) => {
          const watch = new MutationObserver(() => {
            if (document.body.childElementCount === 0) resolve('emptied')
            else if (document.querySelector('dialog[open]')) resolve('asked')
          })
          watch.observe(document.body, { childList: true, subtree: true, attributes: true })
        }),
    )
    // Only the wall clock moves, as for a machine that slept.
    await page.clock.setSystemTime(Date.now() + 3_600_000)
    await page.evaluate(() => void dispatchEvent(new Event('focus')))
    expect(await shown).toBe('emptied')
    await page.waitForURL('**/stall/empty')
    expect(posts).toEqual([CLEARED])
  }))

test('a touch that wakes a tablet comes too late', () =>
  withSomebody(async (page, posts) => {
    await page.clock.setSystemTime(Date.now() + 3_600_000)
    await page.evaluate(() => void dispatchEvent(new PointerEvent('pointerdown')))
    await page.waitForURL('**/stall/empty')
    expect(posts).toEqual([CLEARED])
  }))

test('a page that goes out of sight is hidden until it was judged', () =>
  withSomebody(async (page) => {
    const sight = (hidden: boolean) =>
      page.evaluate((hidden) => {
        Object.defineProperty(document, 'hidden', { value: hidden, configurable: true })
        document.dispatchEvent(new Event('visibilitychange'))
        return getComputedStyle(document.body).visibility
      }, hidden)
    expect(await sight(true)).toBe('hidden')
    expect(await sight(false)).toBe('visible')
  }))

test('a tablet on which nobody answers is left alone', async () => {
  const page = () => tabletPage('shift', fullViews.shift, { size: 'normal', person: false })
  const { tablet, posts } = tabletOf({ pages: { '/stall': page } })
  await withTabletPages(tablet, async (open) => {
    const page = await open()
    await page.clock.install()
    await page.goto('/stall')
    await page.clock.runFor(600_000)
    expect(page.url()).toMatch(/\/stall$/)
    expect(posts).toEqual([])
  })
})
