import type { Page } from 'playwright-core'
import { emptyViews } from '../views/emptyViews.ts'
import { fullViews } from '../views/fullViews.ts'
import { type Answered, tabletOf, tabletPage, withTabletPages } from './tabletPages.ts'

const nobody = { size: 'normal' as const, person: false }
const problems = [{ field: 'agree', text: 'Tick the box if you agree.' }]
const helloPage = () => tabletPage('hello', emptyViews.hello, nobody)

const historyOf = (page: Page) => page.evaluate(() => history.length)
const words = (page: Page) => page.getByRole('textbox').first()

test('a form is sent once, however often it is pressed, and what follows takes its place', async () => {
  let answer: (answered: Answered) => void = () => {}
  const { tablet, posts } = tabletOf({ post: () => new Promise((resolve) => (answer = resolve)) })
  await withTabletPages(tablet, async (open) => {
    const page = await open()
    await page.goto('/questions/q4')
    const before = await historyOf(page)
    await words(page).fill('My own words')
    const asked = page.waitForRequest((request) => request.method() === 'POST')
    for (let press = 0; press < 3; press += 1) await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('link', { name: 'Back' }).click()
    await page.getByRole('status').getByText('One moment, please.').waitFor()
    const { stall } = (await asked).headers()
    expect(stall).toBe('yes')
    expect(page.url()).toMatch(/\/questions\/q4$/)
    answer({ go: '/stall/empty' })
    await page.waitForURL('**/stall/empty')
    expect(posts).toHaveLength(1)
    expect(posts[0]).toEqual(['/questions/q4', expect.stringContaining('My+own+words')])
    expect(posts[0]![1]).toContain('token=token-of-this-page')
    expect(await historyOf(page)).toBe(before)
  })
})

test('the button that was pressed is sent along', async () => {
  const { tablet, posts } = tabletOf({ pages: { '/handover': () => tabletPage('handover', fullViews.handover) } })
  await withTabletPages(tablet, async (open) => {
    const page = await open()
    await page.goto('/handover')
    await page.getByText('Nothing', { exact: true }).click()
    await page.getByRole('button', { name: 'Delete my answers' }).click()
    await page.waitForURL('**/stall/empty')
    expect(posts).toEqual([['/handover/nothing', 'token=token-of-this-page&keep=no']])
  })
})

test('a refused form comes back at the same address, with its problems read out and its scripts run', async () => {
  const largest = { size: 'largest' as const, person: false }
  const html = tabletPage('hello', { ...fullViews.hello, agreed: false }, largest, { problems })
  const { tablet, posts } = tabletOf({ pages: { '/stall/hello': helloPage }, post: () => ({ html, status: 422 }) })
  await withTabletPages(tablet, async (open) => {
    const page = await open()
    await page.goto('/stall/hello')
    const before = await historyOf(page)
    for (let round = 1; round <= 2; round += 1) {
      await page.getByRole('button', { name: 'Start' }).click()
      await page.locator('.problems:focus').waitFor()
      await page.evaluate(() => (document.activeElement as HTMLElement).blur())
      expect(posts).toHaveLength(round)
    }
    expect(await page.title()).toMatch(/^Put right: /)
    expect(await page.locator('html').getAttribute('data-text')).toBe('largest')
    await page.locator('#size-large').check()
    expect(await page.locator('html').getAttribute('data-text')).toBe('large')
    await page.locator('.problems a').click()
    expect(await page.locator('#agree').evaluate((box) => box === document.activeElement)).toBe(true)
    expect(await historyOf(page)).toBe(before)
  })
})

test('a page that a form is answered with is read out from its heading, and has its own title', async () => {
  const html = tabletPage('refused', { ...emptyViews.refused, heading: 'It was sent before' }, nobody)
  const { tablet } = tabletOf({ pages: { '/stall/hello': helloPage }, post: () => ({ html, status: 409 }) })
  await withTabletPages(tablet, async (open) => {
    const page = await open()
    await page.goto('/stall/hello')
    await page.getByRole('button', { name: 'Start' }).click()
    await page.locator('h1:focus', { hasText: 'It was sent before' }).waitFor()
    expect(await page.title()).toMatch(/^It was sent before/)
  })
})

test.each<[string, Answered]>([
  ['no answer', 'cut'],
  ['an answer that is not ours', { go: '//hotel.example/login' }],
])('%s leaves every word where it was typed, and says so', async (_name, given) => {
  let answered = given
  const { tablet } = tabletOf({ post: () => answered })
  await withTabletPages(tablet, async (open) => {
    const page = await open()
    await page.goto('/questions/q4')
    await words(page).fill('My own words')
    for (let press = 1; press <= 2; press += 1) {
      await page.getByRole('button', { name: 'Continue' }).click()
      await page.getByRole('alert').getByText('No answer came just now').waitFor()
    }
    expect(await page.locator('.stall-note').count()).toBe(1)
    expect(await words(page).inputValue()).toBe('My own words')
    answered = { go: '/stall/empty' }
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.waitForURL('**/stall/empty')
  })
})
