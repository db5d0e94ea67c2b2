import PostalMime from 'postal-mime'
import { downloadBy, wordsOnPaper } from './paper.ts'
import { answerAndGo, BODY, withPostDay } from './posting.ts'
import { expectFitForAll } from './seen.ts'
import { PHONE } from './withBrowser.ts'

const shareable = () => {
  const shared: string[] = []
  Object.assign(globalThis, { shared })
  Object.assign(navigator, {
    canShare: ({ files }: { files: File[] }) => files.length === 1 && files[0]!.type === 'application/pdf',
    share: async ({ files }: { files: File[] }) => void shared.push(`${files[0]!.name} ${files[0]!.size}`),
  })
}

test('one who uses their own mailbox: a draft with the form in it, and the page says what they told us', () =>
  withPostDay(async (day) => {
    const page = await day.visitor()
    await answerAndGo(page)
    const link = page.getByRole('link', { name: 'Open a ready email' })
    const { name, bytes } = await downloadBy(page, () => link.click())
    expect(name).toMatch(/^mopac-2017-response-[0-9A-Z]{8}\.eml$/)
    const draft = await PostalMime.parse(bytes)
    expect(draft.headers.find(({ key }) => key === 'x-unsent')?.value).toBe('1')
    expect(draft.to).toEqual([expect.objectContaining({ address: BODY })])
    expect(draft.text).toContain('The counter is the only lit door on that road.')
    const paper = await wordsOnPaper(new Uint8Array(draft.attachments[0]!.content as ArrayBuffer))
    expect(paper).toContain('The counter is the only lit door on that road.')

    await page.getByRole('button', { name: 'I have sent it from my own mailbox' }).click()
    await page.waitForURL('**/sent')
    expect(await page.getByText('You told us that you sent it from your own mailbox').count()).toBe(1)
    await expectFitForAll(page)
    await day.post()
    expect(day.sink.received).toEqual([])
  }))

test('on a phone that can share files, the share sheet gets the form', () =>
  withPostDay(async (day) => {
    const page = await day.visitor(PHONE)
    await page.addInitScript(shareable)
    await answerAndGo(page)
    await page.getByRole('button', { name: 'Share the form' }).click()
    await page.waitForFunction(() => (globalThis as unknown as { shared: string[] }).shared.length === 1)
    const shared = await page.evaluate(() => (globalThis as unknown as { shared: string[] }).shared[0])
    expect(shared).toMatch(/^mopac-2017-response-[0-9A-Z]{8}\.pdf \d{5,}$/)
    await expectFitForAll(page)
  }))

test('by post: a cover page says what belongs to the response, where it goes and by when', () =>
  withPostDay(async (day) => {
    const page = await day.visitor(PHONE)
    await answerAndGo(page)
    expect(await page.getByRole('button', { name: 'Share the form' }).count()).toBe(0)
    await page.getByRole('link', { name: 'Print a cover page for it' }).click()
    await expectFitForAll(page)
    const sheet = new Uint8Array(await page.pdf({ preferCSSPageSize: true }))
    const paper = await wordsOnPaper(sheet)
    for (const words of ['City Hall', 'Siobhán O’Brien', 'question 1', 'Wednesday 4 October 2017', 'Keep this part']) {
      expect(paper).toContain(words)
    }
    expect(paper).not.toContain('Print this page')
  }))
