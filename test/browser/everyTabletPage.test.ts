import type { BrowserContextOptions } from 'playwright-core'
import type { PageViews } from '../../src/pages/views.ts'
import type { TextSize } from '../../src/stall/tablet.ts'
import { expectFitForAll } from '../stories/seen.ts'
import { emptyViews } from '../views/emptyViews.ts'
import { fullViews } from '../views/fullViews.ts'
import { lateLayout } from '../views/samples.ts'
import { tabletOf, tabletPage, withTabletPages } from './tabletPages.ts'

const PERSONS: (keyof PageViews)[] = [
  'tasks',
  'question',
  'check',
  'handover',
  'to-phone',
  'on-phone',
  'send',
  'sent',
  'changed',
]
const NOBODYS: (keyof PageViews)[] = ['shift', 'hello', 'emptied', 'no-response', 'refused', 'not-found', 'fault']

const SCREENS: [string, TextSize, BrowserContextOptions][] = [
  ['a narrow phone, the largest words', 'largest', { viewport: { width: 360, height: 740 } }],
  ['a tablet in the dark, large words', 'large', { viewport: { width: 768, height: 1024 }, colorScheme: 'dark' }],
  ['a wide screen', 'normal', { viewport: { width: 1280, height: 900 } }],
]

const drawn = (name: keyof PageViews, size: TextSize, full: boolean) => {
  const stall = { size, person: PERSONS.includes(name) }
  const view = (full ? fullViews : emptyViews)[name]
  return tabletPage(name, view, stall, full ? lateLayout : {})
}

test.each(SCREENS)('every page of a tablet, the fullest and the emptiest, on %s', async (_name, size, options) => {
  const names = [...PERSONS, ...NOBODYS]
  const all = names.flatMap((name) => [true, false].map((full) => [`/${name}/${full}`, () => drawn(name, size, full)]))
  const { tablet } = tabletOf({ pages: Object.fromEntries(all) })
  await withTabletPages(tablet, async (open) => {
    const page = await open(options)
    for (const [path] of all) {
      await page.goto(String(path))
      await expectFitForAll(page)
    }
  })
})

test('nothing to press on a tablet is lower than 64 pixels, but links within a sentence', async () => {
  const names: (keyof PageViews)[] = [
    'shift',
    'hello',
    'question',
    'check',
    'handover',
    'to-phone',
    'on-phone',
    'emptied',
  ]
  const pages = Object.fromEntries(names.map((name) => [`/${name}`, () => drawn(name, 'normal', false)]))
  const { tablet } = tabletOf({ pages })
  await withTabletPages(tablet, async (open) => {
    const page = await open(SCREENS[1]![2])
    for (const name of names) {
      await page.goto(`/${name}`)
      const low = await page.evaluate(() =>
        [...document.querySelectorAll('a, button, summary, label:not(.asked-label)')]
          .filter((one) => one.checkVisibility() && !one.matches('.skip-link') && !one.closest('.choice input'))
          .filter((one) => one.getBoundingClientRect().height < 63.5)
          .map((one) => one.textContent),
      )
      expect([name, low]).toEqual([name, []])
    }
  })
})

test('what a tablet asks stands on a narrow phone whole, in the largest words', async () => {
  const { tablet } = tabletOf({ pages: { '/question': () => drawn('question', 'largest', false) } })
  await withTabletPages(tablet, async (open) => {
    const page = await open(SCREENS[0]![2])
    for (const id of ['stop', 'idle']) {
      await page.goto('/question')
      await page.evaluate((id) => (document.getElementById(id) as HTMLDialogElement).showModal(), id)
      const beyond = await page.locator(`#${id}`).evaluate((asked) => asked.scrollHeight - asked.clientHeight)
      expect([id, beyond]).toEqual([id, 0])
    }
  })
})
