import type { Page } from 'playwright-core'
import { expectFitForAll } from './seen.ts'
import { PHONE, withDay } from './withBrowser.ts'

const WORDS = 'I began this on the bus, and I shall end it at home: “no”.'

const beginOnThePhone = async (page: Page) => {
  await page.goto('/begin')
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Start' }).click()
  await page.goto('/questions/q4')
  await page.getByRole('textbox').fill(WORDS)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.goto('/save')
  await expectFitForAll(page)
}

test('somebody leaves on one device and comes back on another with the code, typed carelessly', () =>
  withDay(async ({ visitor }) => {
    const phone = await visitor(PHONE)
    await beginOnThePhone(phone)
    const code = await phone.locator('.code').innerText()
    expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)

    const home = await visitor({ viewport: { width: 1280, height: 900 } })
    await home.goto('/come-back')
    await expectFitForAll(home)
    await home.getByRole('textbox', { name: 'Return code' }).fill(code.replaceAll('-', ' ').toLowerCase())
    await home.getByRole('button', { name: 'Open my answers' }).click()
    await home.goto('/questions/q4')
    expect(await home.getByRole('textbox').inputValue()).toBe(WORDS)

    await home.getByRole('textbox').fill(`${WORDS} Now I am at home.`)
    await home.getByRole('button', { name: 'Continue' }).click()
    await phone.goto('/questions/q4')
    expect(await phone.getByRole('textbox').inputValue()).toBe(`${WORDS} Now I am at home.`)
  }))

test('the private link opens the answers elsewhere, after one press', () =>
  withDay(async ({ visitor }) => {
    const phone = await visitor(PHONE)
    await beginOnThePhone(phone)
    const link = new URL(await phone.locator('a[href*="/r/"]').innerText())

    const home = await visitor()
    await home.goto(link.pathname)
    await expectFitForAll(home)
    expect((await home.request.get('/tasks')).status()).toBe(403)
    await home.getByRole('main').getByRole('button').click()
    await home.goto('/questions/q4')
    expect(await home.getByRole('textbox').inputValue()).toBe(WORDS)
  }))

test('a wrong code is told apart from nothing, and keeps what was typed', () =>
  withDay(async ({ visitor }) => {
    const page = await visitor(PHONE)
    await page.goto('/come-back')
    await page.getByRole('textbox', { name: 'Return code' }).fill('K7MQ 2FTD 9XRA')
    await page.getByRole('button', { name: 'Open my answers' }).click()
    await expectFitForAll(page)
    expect(await page.getByRole('textbox', { name: 'Return code' }).inputValue()).toBe('K7MQ 2FTD 9XRA')
    expect(await page.locator(':focus').getByRole('alert').innerText()).toContain(
      'We could not open answers with this.',
    )
  }))

test('whoever deletes everything finds nothing, by no key', () =>
  withDay(async ({ visitor }) => {
    const phone = await visitor(PHONE)
    await beginOnThePhone(phone)
    const code = await phone.locator('.code').innerText()
    await phone.goto('/delete')
    await expectFitForAll(phone)
    await phone.getByRole('main').getByRole('button').click()
    await expectFitForAll(phone)
    expect((await phone.request.get('/tasks')).status()).toBe(403)

    const home = await visitor()
    await home.goto('/come-back')
    await home.getByRole('textbox', { name: 'Return code' }).fill(code)
    await home.getByRole('button', { name: 'Open my answers' }).click()
    expect(await home.getByRole('alert').count()).toBe(1)
  }))

test('on somebody else’s computer the answers are closed, and the code still opens them', () =>
  withDay(async ({ visitor }) => {
    const library = await visitor()
    await beginOnThePhone(library)
    const code = await library.locator('.code').innerText()
    await library.getByRole('button', { name: 'Close them in this browser' }).click()
    expect((await library.request.get('/questions/q4')).status()).toBe(403)
    await library.goto('/come-back')
    await library.getByRole('textbox', { name: 'Return code' }).fill(code)
    await library.getByRole('button', { name: 'Open my answers' }).click()
    await library.goto('/questions/q4')
    expect(await library.getByRole('textbox').inputValue()).toBe(WORDS)
  }))
