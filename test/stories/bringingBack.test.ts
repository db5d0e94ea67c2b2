import { PDFDocument } from 'pdf-lib'
import type { Page } from 'playwright-core'
import { downloadBy } from './paper.ts'
import { expectFitForAll } from './seen.ts'
import { withDay } from './withBrowser.ts'

const agreeAndStart = async (page: Page) => {
  await page.goto('/begin')
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Start' }).click()
}

const write = async (page: Page, id: string, words: string) => {
  await page.goto(`/questions/${id}`)
  await page.getByRole('textbox').fill(words)
  await page.getByRole('button', { name: 'Continue' }).click()
}

const words = async (page: Page, id: string) => {
  await page.goto(`/questions/${id}`)
  return page.getByRole('textbox').inputValue()
}

/** What a PDF reader does when somebody types into a field and saves. */
const typedInto = async (bytes: Uint8Array, field: string, text: string) => {
  const form = await PDFDocument.load(bytes)
  form.getForm().getTextField(field).setText(text)
  return Buffer.from(await form.save())
}

const bring = async (page: Page, buffer: Buffer) => {
  await page.goto('/come-back')
  await page.locator('input[type=file]').setInputFiles({ name: 'my form.pdf', mimeType: 'application/pdf', buffer })
  await page.getByRole('button', { name: 'Read my form' }).click()
}

const LONG = `${'A long and reasoned answer that runs on to another page. '.repeat(80)}\n\n  – and ends here.`

test('the PDF goes home, is filled on in a PDF reader, and comes back whole', () =>
  withDay(async ({ visitor }) => {
    const page = await visitor()
    await agreeAndStart(page)
    await write(page, 'q4', LONG)
    await page.goto('/send')
    const { bytes } = await downloadBy(page, () => page.getByRole('link', { name: 'Download the form' }).click())

    const elsewhere = await visitor()
    await bring(elsewhere, await typedInto(bytes, 'q1-reasons', 'Typed at home.'))
    await expectFitForAll(elsewhere)
    expect((await elsewhere.request.get('/tasks')).status()).toBe(403)
    await elsewhere.getByRole('button', { name: 'Keep these answers' }).click()
    expect(await elsewhere.getByRole('alert').innerText()).toContain('Tick the box if you agree')
    await elsewhere.getByRole('checkbox').check()
    await elsewhere.getByRole('button', { name: 'Keep these answers' }).click()
    await elsewhere.waitForURL('**/check')
    expect(await words(elsewhere, 'q4')).toBe(LONG)
    expect(await words(elsewhere, 'q1')).toBe('Typed at home.')
  }))

test('where the PDF and what is saved here differ, both are shown and the person chooses', () =>
  withDay(async ({ visitor }) => {
    const page = await visitor()
    await agreeAndStart(page)
    await write(page, 'q1', 'The first words.')
    await write(page, 'q2', 'Also here.')
    await page.goto('/send')
    const { bytes } = await downloadBy(page, () => page.getByRole('link', { name: 'Download the form' }).click())
    await write(page, 'q1', 'Words changed here afterwards.')

    await bring(page, await typedInto(bytes, 'q2-reasons', 'Changed in the PDF.'))
    await expectFitForAll(page)
    await page.getByRole('button', { name: 'Keep these answers' }).click()
    expect(await page.getByRole('alert').getByRole('listitem').count()).toBe(2)
    await page.locator('input[name="use-q1-reasons"][value=saved]').check()
    await page.locator('input[name="use-q2-reasons"][value=file]').check()
    await page.getByRole('button', { name: 'Keep these answers' }).click()
    await page.waitForURL('**/check')
    expect(await words(page, 'q1')).toBe('Words changed here afterwards.')
    expect(await words(page, 'q2')).toBe('Changed in the PDF.')
  }))

test.each([
  ['nothing like a PDF', Buffer.from('<html>no</html>')],
  ['a PDF that breaks off', Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog')],
])('%s is refused in a sentence', (_name, buffer) =>
  withDay(async ({ visitor }) => {
    const page = await visitor()
    await bring(page, buffer)
    expect(await page.getByRole('alert').innerText()).toContain('We could not read this file as a PDF')
    await expectFitForAll(page)
  }),
)

test('a file that is too large is refused in a sentence, and nothing chosen as well', () =>
  withDay(async ({ visitor }) => {
    const page = await visitor()
    await bring(page, Buffer.alloc(9 * 1024 * 1024, '%PDF-1.7 '))
    expect(await page.getByRole('alert').innerText()).toContain('larger than 8 MB')
    await page.goto('/come-back')
    await page.getByRole('button', { name: 'Read my form' }).click()
    expect(await page.getByRole('alert').innerText()).toContain('Choose the PDF')
  }))
