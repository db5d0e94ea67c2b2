import { momentIn } from '../../src/consultation/moments.ts'
import { answerAndGo, BODY, RESIDENT, withPostDay } from './posting.ts'
import { expectFitForAll } from './seen.ts'
import { PHONE } from './withBrowser.ts'

const closing = momentIn('2017-10-06T17:30', 'Europe/London')

test('17:29:50 and a dead mail server: nothing is promised, what else works is said, and then the truth', () =>
  withPostDay(async (day) => {
    day.setClock(closing - 60_000)
    const page = await day.visitor(PHONE)
    await answerAndGo(page)
    await page.getByLabel('Your email address').fill(RESIDENT)
    await page.getByRole('button', { name: 'Send me a code' }).click()
    await day.post()
    await page.getByLabel(/The code that /).fill(await day.codeFor(RESIDENT))

    await day.sink.mode('refuse-connection')
    day.setClock(closing - 10_000)
    await page.getByRole('checkbox').check()
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await page.waitForURL('**/sent')
    await day.post()
    await page.getByRole('link', { name: 'Look again' }).click()
    await page.getByText('Waiting to be sent', { exact: true }).waitFor()
    expect(await page.getByText('Less than a minute left').count()).toBe(1)
    expect(await page.getByText('To be safe, do this now').count()).toBe(1)
    await expectFitForAll(page)

    day.setClock(closing + 1_000)
    await day.sink.mode('accept')
    await day.post()
    await page.getByRole('link', { name: 'Look again' }).click()
    await page.locator('.step-failed').getByText('Not delivered: the closing has passed').waitFor()
    expect(await page.getByText('What still works').count()).toBe(1)
    await expectFitForAll(page)
    expect(day.sink.received.filter(({ envelope }) => envelope.to.join() === BODY)).toEqual([])
  }))

test('17:30:00: Send is closed, and the page says what still works', () =>
  withPostDay(async (day) => {
    day.setClock(closing - 60_000)
    const page = await day.visitor(PHONE)
    await answerAndGo(page)
    await page.getByLabel('Your email address').fill(RESIDENT)
    await page.getByRole('button', { name: 'Send me a code' }).click()
    await day.post()
    await page.getByLabel(/The code that /).fill(await day.codeFor(RESIDENT))
    await page.getByRole('checkbox').check()
    day.setClock(closing)
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await page.getByText('Send is closed').waitFor()
    expect(await page.getByRole('button', { name: 'Send', exact: true }).count()).toBe(0)
    expect(await page.getByRole('link', { name: 'Open a ready email' }).count()).toBe(1)
    await expectFitForAll(page)
    await day.post()
    expect(day.sink.received.filter(({ envelope }) => envelope.to.join() === BODY)).toEqual([])
  }))

test('begun at 17:29:58 and kept at 17:30:04: late, with all three times on the page and in the letter', () =>
  withPostDay(async (day) => {
    day.setClock(closing - 60_000)
    const page = await day.visitor(PHONE)
    await answerAndGo(page)
    const { sending } = day.house.site
    const proofOf = sending.proofOf
    await page.getByLabel('Your email address').fill(RESIDENT)
    await page.getByRole('button', { name: 'Send me a code' }).click()
    await day.post()
    await page.getByLabel(/The code that /).fill(await day.codeFor(RESIDENT))
    await page.getByRole('checkbox').check()
    day.setClock(closing - 2_000)
    // The request goes on while the clock does: it comes to its end six seconds later.
    Object.assign(sending, {
      proofOf: (opened: Parameters<typeof proofOf>[0]) => {
        day.setClock(closing + 4_000)
        return proofOf(opened)
      },
    })
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await page.waitForURL('**/sent')
    expect(await page.locator('.step-failed').innerText()).toBe('Late: kept here, not sent')
    const times = await page.locator('.times').innerText()
    expect(times).toContain('17:29:58 on Friday 6 October 2017')
    expect(times).toContain('17:30:04 on Friday 6 October 2017')
    expect(times).toMatch(/On your device\s+\d\d:\d\d:\d\d/)
    await expectFitForAll(page)

    await day.post()
    const letters = await day.lettersTo(RESIDENT, 1)
    const letter = letters.find(({ subject }) => subject?.startsWith('Late:'))
    expect(letter!.text).toContain('17:30:04 on Friday 6 October 2017')
    expect(letter!.text).toContain('The counter is the only lit door on that road.')
    expect(day.sink.received.filter(({ envelope }) => envelope.to.join() === BODY)).toEqual([])
  }))
