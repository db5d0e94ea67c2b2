import { wordsOnPaper } from './paper.ts'
import { PHONE, withDay } from './withBrowser.ts'

test('without JavaScript the whole way can be walked', () =>
  withDay(async ({ visitor }) => {
    const page = await visitor({ ...PHONE, javaScriptEnabled: false })
    await page.goto('/')
    await page
      .getByRole('link', { name: /^Start/ })
      .first()
      .click()
    await page.getByRole('button', { name: 'Start' }).click()
    expect(await page.getByRole('alert').innerText()).toContain('Tick the box if you agree')
    await page.getByRole('checkbox').check()
    await page.getByRole('button', { name: 'Start' }).click()
    await page.getByRole('link', { name: 'All questions' }).click()
    await page.getByRole('link', { name: /Counters to keep/ }).click()
    await page.getByRole('radio', { name: 'Yes', exact: true }).check()
    await page.getByRole('textbox').fill('Dagenham, day & night.')
    await page.getByText('Facts, with their sources').click()
    expect(await page.getByText('second busiest').isVisible()).toBe(true)
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('textbox').fill('Typed, and then skipped: still kept.')
    await page.getByRole('button', { name: 'Skip this page' }).click()
    await page.getByRole('button', { name: 'Skip this page' }).click()
    await page.goto('/questions/q7')
    expect(await page.getByRole('textbox').inputValue()).toBe('Typed, and then skipped: still kept.')
    await page.goto('/check')
    expect(await page.locator('img').count()).toBe(4)
    await page.getByRole('link', { name: 'Send it', exact: true }).click()

    const href = await page.getByRole('link', { name: 'Print the form' }).getAttribute('href')
    const shown = await page.request.get(href!)
    expect(shown.headers()['content-disposition']).toMatch(/^inline; filename="mopac-2017-response-[0-9A-Z]{8}\.pdf"$/)
    expect(await wordsOnPaper(new Uint8Array(await shown.body()))).toContain('Dagenham, day & night.')
  }))
