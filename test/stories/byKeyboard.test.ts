import type { Page } from 'playwright-core'
import { withDay } from './withBrowser.ts'

const focused = (page: Page) =>
  page.evaluate(() => {
    const { id, textContent, tagName } = document.activeElement as HTMLElement
    return { id, text: (textContent ?? '').trim(), tagName }
  })

/** Tabs on until what is wanted has the focus, and expects it to be seen there. */
const tabTo = async (page: Page, wanted: { id?: string; text?: RegExp }) => {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab')
    const now = await focused(page)
    if (now.id === wanted.id || (wanted.text?.test(now.text) && ['A', 'BUTTON'].includes(now.tagName))) break
  }
  const { id, text } = await focused(page)
  if (wanted.id) expect(id).toBe(wanted.id)
  if (wanted.text) expect(text).toMatch(wanted.text)
  const ring = await page.evaluate(() => {
    // A tick box draws its ring around the mark that its label shows.
    const { activeElement: at } = document as { activeElement: Element }
    const label = document.querySelector(`label[for="${at.id}"]`)
    const styles = [
      getComputedStyle(at),
      ...(label ? ['', '::before'].map((part) => getComputedStyle(label, part)) : []),
    ]
    const rings = styles.map(
      ({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
    )
    return rings.includes(true) ? 'seen' : 'no ring'
  })
  expect([id || text, ring]).toEqual([id || text, 'seen'])
}

const arrive = (page: Page, path: string) => page.waitForURL((url) => url.pathname === path)

test('everything can be done with the keyboard alone', () =>
  withDay(async ({ visitor }) => {
    const page = await visitor({ viewport: { width: 1280, height: 800 } })
    await page.goto('/')
    await tabTo(page, { text: /^Start/ })
    await page.keyboard.press('Enter')
    await arrive(page, '/begin')
    await tabTo(page, { text: /^Start$/ })
    await page.keyboard.press('Enter')
    await page.getByRole('alert').waitFor()
    await tabTo(page, { text: /Tick the box/ })
    await page.keyboard.press('Enter')
    expect((await focused(page)).id).toBe('agree')
    await page.keyboard.press('Space')
    await tabTo(page, { text: /^Start$/ })
    await page.keyboard.press('Enter')
    await arrive(page, '/questions/q1')
    await tabTo(page, { id: 'q1' })
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    expect(await page.getByRole('radio', { name: 'No', exact: true }).isChecked()).toBe(true)
    await tabTo(page, { id: 'q1-reasons' })
    await page.keyboard.type('By keyboard alone.')
    await tabTo(page, { text: /^Continue$/ })
    await page.keyboard.press('Enter')
    await arrive(page, '/questions/q2')
    await page.goto('/check')
    await tabTo(page, { text: /^Send it$/ })
    await page.keyboard.press('Enter')
    await arrive(page, '/send')
    await tabTo(page, { text: /Download the form/ })
  }))
