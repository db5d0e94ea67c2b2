import type { Page } from 'playwright-core'
import { downloadBy, wordsOnPaper } from './paper.ts'
import { expectFitForAll } from './seen.ts'
import { PHONE, withDay } from './withBrowser.ts'

const reasons: Record<string, string> = {
  q1: 'Łukasz from number 14 – £35 for “printing” – says it’s fine; Ștefan’s mum has no phone that can.',
  q4: 'In March my granddaughter ran to the only lit door she knew. '.repeat(60).trim(),
  q7: 'A desk in a post office.\n\nBut try it before you close anything.',
}

const answer = async (page: Page, id: string) => {
  await page.getByRole('radio', { name: 'No', exact: true }).check()
  const words = reasons[id]
  if (words) await page.getByRole('textbox').fill(words)
  await expectFitForAll(page)
  await page.getByRole('button', { name: 'Continue' }).click()
}

test('a resident on a phone answers, checks the real pages, and takes the form along', () =>
  withDay(async ({ visitor }) => {
    const page = await visitor(PHONE)
    await page.goto('/')
    await expectFitForAll(page)
    expect(await page.getByText('Friday 6 October 2017').count()).toBeGreaterThan(0)
    expect(await page.getByText('11 days left').count()).toBeGreaterThan(0)
    await page
      .getByRole('link', { name: /^Start/ })
      .first()
      .click()

    await expectFitForAll(page)
    const agree = page.getByRole('checkbox')
    expect(await agree.isChecked()).toBe(false)
    await agree.check()
    await page.getByRole('button', { name: 'Start' }).click()

    await page.waitForURL('**/questions/q1')
    await page.getByRole('link', { name: 'All questions' }).click()
    await expectFitForAll(page)
    await page.getByRole('link', { name: 'Begin with question 1' }).click()
    for (const id of ['q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7']) {
      expect(new URL(page.url()).pathname).toBe(`/questions/${id}`)
      await answer(page, id)
    }
    await page.getByLabel('Your name').fill('Siobhán O’Brien')
    await page.getByRole('button', { name: 'Continue' }).click()

    expect(new URL(page.url()).pathname).toBe('/check')
    await expectFitForAll(page)
    const pictures = page.locator('img')
    await pictures.last().scrollIntoViewIfNeeded()
    await expect(pictures.count()).resolves.toBe(5)
    for (const picture of await pictures.all()) {
      await picture.scrollIntoViewIfNeeded()
      await picture.evaluate((image: HTMLImageElement) => image.decode())
      expect(await picture.getAttribute('alt')).toMatch(/^Page \d of 5/)
    }
    await page.getByRole('link', { name: 'Send it', exact: true }).click()

    await expectFitForAll(page)
    expect(await page.getByText('Wednesday 4 October 2017').count()).toBeGreaterThan(0)
    const { name, bytes } = await downloadBy(page, () => page.getByRole('link', { name: 'Download the form' }).click())
    expect(name).toMatch(/^mopac-2017-response-[0-9A-Z]{8}\.pdf$/)
    const paper = await wordsOnPaper(bytes)
    expect(paper).toContain('Łukasz from number 14 – £35 for “printing” – says it’s fine')
    expect(paper).toContain('But try it before you close anything.')
    expect(paper).toContain('Siobhán O’Brien')
    expect(paper.match(/ran to the only lit door|only lit door she knew/g)).not.toBeNull()
    expect(paper.split('granddaughter').length - 1).toBe(60)
  }))
