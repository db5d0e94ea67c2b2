import { momentIn } from '../../src/consultation/moments.ts'
import { expectFitForAll } from './seen.ts'
import { PHONE, withDay } from './withBrowser.ts'

const closing = momentIn('2017-10-06T17:30', 'Europe/London')

test('one who comes after the closing reads what was decided, and can still answer and print', () =>
  withDay(async ({ visitor, setClock }) => {
    setClock(closing - 1)
    const page = await visitor(PHONE)
    await page.goto('/')
    expect(await page.getByText('Less than a minute left').count()).toBeGreaterThan(0)
    expect(await page.getByRole('link', { name: /petition/i }).count()).toBe(1)

    setClock(closing)
    await page.reload()
    await expectFitForAll(page)
    expect(await page.getByText('Dagenham kept its 24-hour front counter.').count()).toBe(1)
    expect(await page.getByText(/(day|hour|minute)s? left/).count()).toBe(0)
    expect(await page.locator('a[href^="http"]').count()).toBe(0)

    await page
      .getByRole('link', { name: /^Start/ })
      .first()
      .click()
    await page.getByRole('checkbox').check()
    await page.getByRole('button', { name: 'Start' }).click()
    await page.goto('/questions/q1')
    await page.getByRole('textbox').fill('Too late, and still my view.')
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.goto('/send')
    await expectFitForAll(page)
    const href = await page.getByRole('link', { name: 'Download the form' }).getAttribute('href')
    expect((await page.request.get(href!)).headers()['content-type']).toBe('application/pdf')
    expect(await page.getByText(/comes late/).count()).toBeGreaterThan(0)
  }))
