import type { Page } from 'playwright-core'
import type { TestHouse } from '../web/withHouse.ts'
import type { AtStall } from './withTablet.ts'

/** What somebody says at a stall: words by the question that they answer. */
export type Said = Record<string, string>

const STALL = { name: 'Heathway market', place: 'outside the library', day: '2017-09-25' }

/** Makes a stall with so many cards; answers its id, and what each card's QR leads to. */
export const makeStall = async ({ house }: Pick<TestHouse, 'house'>, cards = 1, day = STALL.day) => {
  const { stalls } = house.site
  const now = Date.parse(`${day}T08:00Z`)
  const { id } = await stalls.make({ ...STALL, day, cards }, now)
  const { shifts } = (await stalls.one(id))!
  const codes = await Promise.all(shifts.map(({ id }) => stalls.cardOf(id)))
  return { id, shifts: shifts.map(({ id }) => id), cards: codes.map((code) => `/stall/pair/${code}`) }
}

/** Pairs a tablet by a card, and waits until it is ready for people. */
export const pair = async (page: Page, { road }: Pick<AtStall, 'road'>, card: string): Promise<void> => {
  await page.goto(road.address + card)
  await page.getByRole('button', { name: 'Pair this tablet' }).click()
  await page.getByRole('button', { name: 'Next person' }).waitFor({ timeout: 60_000 })
}

/** Presses a button and waits for the page that it leads to. */
export const press = async (page: Page, name: string): Promise<void> => {
  const before = page.url()
  await page.getByRole('button', { name, exact: true }).click()
  await page.waitForURL((url) => url.href !== before)
}

/** The next person comes, listens and agrees. */
export const begin = async (page: Page, { quick = false, assisted = false, size = 'Normal' } = {}): Promise<void> => {
  await press(page, 'Next person')
  await page.getByRole('checkbox').check()
  await page.getByRole('radio', { name: size, exact: true }).check()
  if (assisted) await page.getByRole('radio', { name: 'The volunteer does' }).check()
  if (quick) await page.getByRole('radio', { name: /The ticks/ }).check()
  await press(page, 'Start')
}

/** Ticks something in every question of a page, and writes what is said into its boxes. */
export const fillPage = async (page: Page, said: Said): Promise<void> => {
  for (const group of await page.getByRole('group').all()) {
    const choices = group.getByRole('radio')
    if (await choices.count()) await choices.nth(1).check()
  }
  for (const [id, words] of Object.entries(said)) {
    const box = page.locator(`textarea[name="${id}"], input.line[name="${id}"]`)
    if ((await box.count()) === 0) continue
    const fold = page.locator('details:not([open])', { has: box })
    if (await fold.count()) await fold.locator('summary').first().click()
    await box.fill(words)
  }
}

/** Answers every page that comes, up to the check. */
export const answerAll = async (page: Page, said: Said): Promise<void> => {
  while (new URL(page.url()).pathname.startsWith('/questions/')) {
    await fillPage(page, said)
    await press(page, 'Continue')
  }
  await page.waitForURL('**/check*')
}

/** The whole way of one person up to the handover. */
export const goThrough = async (page: Page, said: Said, how: Parameters<typeof begin>[1] = {}): Promise<void> => {
  await begin(page, how)
  await answerAll(page, said)
  await press(page, 'I have finished')
}

/** Puts it into the tray; the tablet shows that it is empty. */
export const printIt = async (page: Page): Promise<void> => {
  await press(page, 'Put it into the tray')
  await page.getByRole('heading', { name: 'This tablet is empty.' }).waitFor()
}
