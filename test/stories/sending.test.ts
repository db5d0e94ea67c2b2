import { wordsOnPaper } from './paper.ts'
import { answerAndGo, BODY, proveAndSend, RESIDENT, withPostDay } from './posting.ts'
import { expectFitForAll } from './seen.ts'
import { PHONE } from './withBrowser.ts'

test('a resident sends, and watches accepted appear', () =>
  withPostDay(async (day) => {
    const page = await day.visitor(PHONE)
    await answerAndGo(page)
    await expectFitForAll(page)
    expect(await page.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual([
      'We send it',
      'From your own mailbox',
      'By post or by hand',
    ])
    await proveAndSend(page, day)

    await page.waitForURL('**/sent')
    await expectFitForAll(page)
    expect(await page.locator('.step').allInnerTexts()).toEqual([
      expect.stringContaining('Confirmed your email address'),
      expect.stringMatching(/Saved here[\s\S]*\d\d:\d\d:\d\d/),
      expect.stringContaining('Waiting to be sent'),
      expect.stringContaining('Accepted by MOPAC’s mail server'),
    ])
    expect(await page.locator('.step-accepted').count()).toBe(0)
    await day.post()
    await page.locator('.step-accepted').getByText('Accepted by MOPAC’s mail server (127.0.0.1)').waitFor()
    expect(await page.getByRole('status').innerText()).toContain('Accepted by MOPAC’s mail server')
    await expectFitForAll(page)

    const [letter] = await day.lettersTo(BODY)
    expect(letter!.from!.name).toContain('Siobhán O’Brien')
    const [form] = letter!.attachments
    const paper = await wordsOnPaper(new Uint8Array(form!.content as ArrayBuffer))
    expect(paper).toContain('The counter is the only lit door on that road.')
    const copies = (await day.lettersTo(RESIDENT, 1)).filter(({ subject }) => subject?.startsWith('Your copy'))
    expect(copies).toHaveLength(1)
    expect(copies[0]!.text).toContain('The counter is the only lit door on that road.')
  }))

test('one whose mail is refused reads why, and gets their words back with the ways that are left', () =>
  withPostDay(async (day) => {
    const page = await day.visitor(PHONE)
    await answerAndGo(page)
    // The first message is the code, the second the response.
    await day.sink.mode((place, count) => (place === 'message' && count === 2 ? '5xx-at-rcpt' : 'accept'))
    await proveAndSend(page, day)
    await page.waitForURL('**/sent')
    await day.post()

    const failed = page.locator('.step-failed')
    await failed.getByText('Not delivered: do this now').waitFor()
    expect(await failed.innerText()).toContain('No such mailbox')
    await expectFitForAll(page)
    await page.getByRole('link', { name: 'Send it from your own mailbox' }).click()
    await page.waitForURL('**/send#own-mailbox')

    await day.post()
    const letters = await day.lettersTo(RESIDENT, 1)
    const letter = letters.find(({ subject }) => subject?.startsWith('Not delivered: do this now'))
    expect(letter!.text).toContain('The counter is the only lit door on that road.')
    expect(letter!.text).toContain('1. From your own mailbox')
    expect(letter!.attachments[0]!.mimeType).toBe('application/pdf')
  }))

test('without script the same way ends where the response stands', () =>
  withPostDay(async (day) => {
    const page = await day.visitor({ ...PHONE, javaScriptEnabled: false })
    await answerAndGo(page)
    await proveAndSend(page, day)
    expect(new URL(page.url()).pathname).toBe('/sent')
    expect(await page.getByText('Waiting to be sent', { exact: true }).isVisible()).toBe(true)
    await day.post()
    await page.getByRole('link', { name: 'Look again' }).click()
    expect(await page.locator('.step-accepted').innerText()).toContain('Accepted by MOPAC’s mail server')
  }))
