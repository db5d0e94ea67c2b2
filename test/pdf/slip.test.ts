import { encode } from 'uqr'
import { placeOnSlip } from '../../src/pdf/placing/placeOnSlip.ts'
import type { Slip } from '../../src/pdf/placing/slip.ts'
import { printRun } from '../../src/pdf/printRun.ts'
import { UnprintableText } from '../../src/pdf/setting/unprintableText.ts'
import { marks, ofLength, prepared, squeeze } from './filledForm.ts'
import { complaints, drawPage, inkIn, pageTexts, wordsOn } from './paper.ts'
import { qrOnPage } from './qrOnPage.ts'

const LINK = 'https://respond.dagenham.example/r/zz-_zz9zz0zzzzzzzzzzzz'
const modules = encode(LINK, { ecc: 'M', border: 0 }).data

const slip = (more: Partial<Slip> = {}): Slip => ({
  title: 'Save Dagenham Police Station',
  reference: 'K7MQ-2FTD',
  where: [
    { head: 'Post the form to', lines: ['Public Access Consultation', 'City Hall', 'London SE1 2AA'] },
    { head: 'By when', lines: ['Post it on Wednesday 4 October 2017 at the latest.'] },
  ],
  link: null,
  ...more,
})

const run = (slips: (Slip | null)[], duplex: boolean, why = 'It is near.') =>
  printRun(
    prepared,
    slips.map((one) => ({ answers: { why }, marks, slip: one })),
    { duplex },
  )

const KEEP = 'Opens your answers. Keep it to yourself.'

/** The page of each slip in a run, from 1. */
const slipPages = async (bytes: Uint8Array) =>
  (await pageTexts(bytes)).flatMap((text, at) => (text.includes('Your reference') ? [at + 1] : []))

test('a slip says whose, where to and until when, and its QR code opens the link', async () => {
  const bytes = await run([slip({ link: modules }), slip()], false)
  const texts = await pageTexts(bytes)
  expect(texts).toHaveLength(6)
  for (const text of [texts[2], texts[5]]) {
    for (const words of ['Save Dagenham Police Station', 'Your reference', 'K7MQ-2FTD', 'London SE1 2AA', 'By when'])
      expect(squeeze(text ?? '')).toContain(squeeze(words))
  }
  expect(texts[2]).toContain('Opens your answers.')
  expect(await qrOnPage(bytes, 3)).toBe(LINK)
  expect(texts[5]).not.toContain('Opens your answers.')
  expect(await qrOnPage(bytes, 6)).toBeNull()
  expect(await complaints(bytes)).toBe('')
})

test('on both sides each response, and each slip, begins on the front of a sheet', async () => {
  // Two pages of the form; with a long answer three or more, so that a slip could come to lie on the back of the last.
  for (const why of ['Short.', ofLength(3000)]) {
    const texts = await pageTexts(await run([slip(), slip({ link: modules }), null], true, why))
    const fronts = texts.flatMap((text, at) => (/Your reference|Your name/.test(text) ? [at % 2] : []))
    expect(new Set(fronts)).toEqual(new Set([0]))
    expect(texts.length % 2).toBe(0)
    for (const at of await slipPages(await run([slip()], true, why))) expect(at % 2).toBe(1)
  }
})

test('on one side no sheet is blank', async () => {
  const texts = await pageTexts(await run([slip(), slip()], false, ofLength(3000)))
  expect(texts.filter((text) => text.trim() === '')).toEqual([])
})

test('a dashed line parts it in the middle, over which all that is kept stands', async () => {
  const bytes = await run([slip({ link: modules })], false)
  const { height } = await drawPage(bytes, 3)
  const words = (await wordsOn(bytes)).filter(({ page }) => page === 3)
  const torn = words.filter(({ low }) => low < height / 2)
  expect(torn.map(({ text }) => text).join(' ')).toBe(
    'Fold here and tear. The part above is yours to keep. It does not go with the form.',
  )
  expect(await inkIn(bytes, 3, 100, Math.round(height / 2) - 2, 4)).toBeGreaterThan(0)
})

test('no words are smaller than 11 points', () => {
  const { lines } = placeOnSlip(prepared, slip({ link: modules, reference: 'WWWW-MMMM' }))
  expect(Math.min(...lines.map(({ size }) => size))).toBe(11)
  expect(Math.max(...lines.map(({ size }) => size))).toBeGreaterThan(30)
})

test('with more to say, the line moves down, and everything stays on the page and whole', async () => {
  const where = [{ head: 'Post the form to', lines: Array.from({ length: 24 }, (_, at) => `Line ${at} of it`) }]
  const long = slip({ where, link: modules, title: 'A title so long that it takes more than one line. '.repeat(3) })
  const { tornAt, lines } = placeOnSlip(prepared, long)
  expect(tornAt).toBeLessThan(400)
  expect(Math.min(...lines.map(({ y }) => y))).toBeGreaterThan(20)
  const text = squeeze((await pageTexts(await run([long], false)))[2] ?? '')
  for (const { lines } of where) for (const line of lines) expect(text).toContain(squeeze(line))
})

test('on a narrow page the code stands under the words', () => {
  const narrow = { ...prepared, pages: [{ width: 320, height: 600 }] }
  const { code, lines, tornAt } = placeOnSlip(narrow, slip({ link: modules }))
  const above = lines.filter(({ y, text }) => y > tornAt && !KEEP.includes(text))
  expect(code!.y + code!.height).toBeLessThan(Math.min(...above.map(({ y }) => y)))
  expect(code!.x + code!.width).toBeLessThan(320)
})

test('words in letters that the bold font lacks are set in the other', async () => {
  const text = (await pageTexts(await run([slip({ title: 'Ратуйте Дагенем' })], false)))[2]
  expect(text).toContain('Ратуйте Дагенем')
})

test('words in letters that no font has are refused before anything is made', async () => {
  await expect(run([slip({ title: '救う' })], false)).rejects.toBeInstanceOf(UnprintableText)
})

test('the same responses and slips give the same bytes', async () => {
  const [one, other] = [await run([slip({ link: modules })], true), await run([slip({ link: modules })], true)]
  expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true)
})
