import { answersFrom } from '../../src/pdf/answersFrom.ts'
import { fill } from '../../src/pdf/fill.ts'
import type { Placement } from '../../src/pdf/placement.ts'
import { prepareForm } from '../../src/pdf/prepareForm.ts'
import { readBack } from '../../src/pdf/readBack.ts'
import { readFields } from '../../src/pdf/readFields.ts'
import { UnprintableText } from '../../src/pdf/unprintableText.ts'
import type { Answers } from '../../src/questionnaire/answers.ts'
import { boxes, drawForm, questionnaire, rects } from './drawForm.ts'
import { fonts } from './fonts.ts'
import { complaints, inkIn, pageTexts, type Word, wordsOn } from './paper.ts'

const prepared = await prepareForm({ official: await drawForm(), boxes, questionnaire, fonts })
const marks = { reference: 'K7MQ2FTD', title: 'Public Access and Engagement Strategy' }
const fillIn = (answers: Answers) => fill(prepared, answers, marks)

const inside = (word: Word, name: keyof typeof rects): boolean => {
  const { page, x, y, width, height } = rects[name]
  // Poppler's box of a word is the font's whole height, more than its ink.
  const across = word.left >= x && word.right <= x + width
  return word.page === page && across && word.low >= y - 1 && word.high <= y + height + 1
}

const wordsIn = async (bytes: Uint8Array, name: keyof typeof rects): Promise<string> => {
  const words = await wordsOn(bytes)
  return words
    .filter((word) => inside(word, name))
    .map(({ text }) => text)
    .join(' ')
}

const sentence = (number: number) => `${number}. Łukasz Żółć, Ștefan, Nguyễn and O’Brien pay £${number} – daily.`

const ofLength = (length: number): string => {
  let text = ''
  for (let number = 1; text.length < length; number++) text += `${sentence(number)}${number % 7 === 0 ? '\n\n' : ' '}`
  return text.slice(0, length).trim()
}

const squeeze = (text: string) => text.replace(/\s+/g, '')

const continued = (placements: Placement[]) => placements.filter((placed) => placed.kind === 'continued')

describe('fill', () => {
  test('each answer stands in its own box, in its own letters', async () => {
    const names = 'Łukasz Żółć Ștefan Nguyễn O’Brien'
    const why = 'Ελένη and Дарья pay £5 – daily.\nThat is a new line.'
    const { bytes, pages } = await fillIn({ name: names, postcode: 'RM10 7XX', why, narrow: 'Here too' })
    expect(pages).toBe(2)
    expect(await wordsIn(bytes, 'who.name')).toBe(names)
    expect(await wordsIn(bytes, 'who.postcode')).toBe('RM10 7XX')
    expect(await wordsIn(bytes, 'reference')).toBe('K7MQ2FTD')
    expect(await wordsIn(bytes, 'why')).toBe(why.replace('\n', ' '))
    expect(await wordsIn(bytes, 'narrow')).toBe('Here too')
    expect(await complaints(bytes)).toBe('')
  })

  test('all that poppler reads stands in a box: nothing is drawn outside', async () => {
    const { bytes } = await fillIn({
      name: 'Ễ'.repeat(300),
      postcode: 'RM10',
      why: ofLength(3000),
      narrow: 'x'.repeat(200),
    })
    const onForm = (await wordsOn(bytes)).filter(({ page }) => page <= 2)
    const names = Object.keys(rects) as (keyof typeof rects)[]
    expect(onForm.length).toBeGreaterThan(50)
    expect(onForm.filter((word) => !names.some((name) => inside(word, name)))).toEqual([])
  })

  test('20,000 characters: the box, then continuation pages, and not one lost', async () => {
    const why = ofLength(20000)
    const { bytes, placements, pages } = await fillIn({ name: 'Ann Ash', why })
    const pieces = continued(placements)
    expect(pages).toBe(2 + new Set(pieces.map(({ page }) => page)).size)
    const texts = await pageTexts(bytes)
    expect(texts).toHaveLength(pages)
    expect(readBack(texts, placements)).toEqual([])
    const box = placements.find((placed) => placed.kind === 'written' && placed.question === 'why')
    const inBox = box?.kind === 'written' ? box.lines.filter(({ bold }) => !bold) : []
    const after = pieces.flatMap(({ lines }) => lines.filter(({ bold, size }) => !bold && size === 10.5))
    expect(squeeze([...inBox, ...after].map(({ text }) => text).join(''))).toBe(squeeze(why))
    expect(await wordsIn(bytes, 'why')).toMatch(/continued on page 3$/)
    expect(texts[2]).toMatch(/1\. Why do you say so\?/)
    expect(texts[2]).toMatch(/Continued from page 2 · Ann Ash, response K7MQ2FTD/)
    expect(texts[2]).toMatch(/Continuation page 1 of \d · Page 3 of \d/)
    expect(texts.at(-1)).toContain(marks.title)
  })

  test('a long title stands whole in the footer', async () => {
    const title = 'A title so long that it takes lines of the footer, which stand in their order. '.repeat(3).trim()
    const { bytes } = await fill(prepared, { why: ofLength(3000) }, { reference: null, title })
    expect(squeeze((await pageTexts(bytes))[2] ?? '')).toContain(squeeze(title))
  })

  test('continuation pages keep 20 mm free on every side, and no line stands on another', async () => {
    const { bytes, pages } = await fill(
      prepared,
      { why: ofLength(9000), narrow: 'm'.repeat(900) },
      {
        reference: 'K7MQ2FTD',
        title: 'A title that is so long that it takes two lines of the footer. '.repeat(3),
      },
    )
    expect(pages).toBeGreaterThan(3)
    for (let page = 3; page <= pages; page++) {
      const words = (await wordsOn(bytes)).filter((word) => word.page === page)
      expect(Math.min(...words.map(({ left, right }) => Math.min(left, 595.28 - right)))).toBeGreaterThanOrEqual(56)
      expect(Math.min(...words.map(({ low, high }) => Math.min(low, 841.89 - high)))).toBeGreaterThanOrEqual(53)
      const rows = [...new Set(words.map(({ low }) => Math.round(low)))].sort((a, b) => a - b)
      const gaps = rows.slice(1).map((row, index) => row - (rows[index] ?? 0))
      expect(Math.min(...gaps.filter((gap) => gap > 2))).toBeGreaterThanOrEqual(11)
    }
  })

  test('a single line too short says where the answer stands in full', async () => {
    const postcode = 'not a postcode but a whole story of one'
    const { bytes } = await fillIn({ postcode })
    expect(await wordsIn(bytes, 'who.postcode')).toBe('continued on page 3')
    expect((await pageTexts(bytes))[2]).toMatch(new RegExp(`In full, from page 1 · response K7MQ2FTD\\s+${postcode}`))
  })

  test('a 200-letter word is broken and goes on', async () => {
    const { bytes, placements } = await fillIn({ narrow: `so ${'m'.repeat(200)}` })
    expect(readBack(await pageTexts(bytes), placements)).toEqual([])
    const letters = (await wordsOn(bytes)).filter(({ text }) => /^m+$/.test(text)).map(({ text }) => text)
    expect(letters.join('')).toBe('m'.repeat(200))
  })

  test('a field keeps the whole answer, and a brought-back form gives all of it back', async () => {
    const answers = { name: 'Żółć', as: ['resident', 'worker'], agree: 'unsure', why: ofLength(5000), narrow: 'a\nb' }
    const { bytes } = await fillIn(answers)
    expect(answersFrom(await readFields(bytes), boxes, questionnaire)).toEqual(answers)
  })

  test('a tick shows, and only where it belongs', async () => {
    const { bytes } = await fillIn({ agree: 'no', as: ['worker'] })
    expect(await readFields(bytes)).toMatchObject({ agree: 'no', 'as.worker': 'Yes', 'as.resident': '' })
    const [yes, no, unsure] = await Promise.all([60, 100, 140].map((x) => inkIn(bytes, 2, x + 3, 703, 8)))
    expect([yes, unsure]).toEqual([0, 0])
    expect(no).toBeGreaterThan(0.2)
    const [resident, worker] = await Promise.all([60, 100].map((x) => inkIn(bytes, 1, x + 3, 643, 8)))
    expect(resident).toBe(0)
    expect(worker).toBeGreaterThan(0.1)
  })

  test('blank answers leave the form as it was, but for the reference', async () => {
    const { bytes, placements } = await fillIn({ name: '', why: ' \n ', as: [] })
    expect(placements).toMatchObject([{ kind: 'written', question: null }])
    expect((await wordsOn(bytes)).map(({ text }) => text)).toEqual(['K7MQ2FTD'])
  })

  test('the same answers give the same bytes, and prepare the same form', async () => {
    const answers = { name: 'Ann', why: ofLength(4000), agree: 'yes' }
    const again = await prepareForm({ official: await drawForm(), boxes, questionnaire, fonts })
    const [first, second, third] = [await fillIn(answers), await fillIn(answers), await fill(again, answers, marks)]
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0)
    expect(Buffer.compare(first.bytes, third.bytes)).toBe(0)
    expect(Buffer.compare(first.bytes, (await fillIn({ name: 'Ben' })).bytes)).not.toBe(0)
  })

  test('text that no font can show stops the fill, by name', async () => {
    await expect(fillIn({ why: 'I like 漢字 and 👩‍👧' })).rejects.toMatchObject({
      name: UnprintableText.name,
      question: 'why',
      characters: ['漢', '字', '👩‍👧'],
    })
  })

  test.each([
    ['NUL and other controls', 'a\u0000b\u0007c', 'abc'],
    ['a tab', 'a\tb', 'a b'],
    ['right-to-left override', 'ab\u202ecd', 'abcd'],
    ['PDF syntax', ') Tj ET (\\ <</>> %%EOF endobj', ') Tj ET (\\ <</>> %%EOF endobj'],
    ['marks apart from their letter', 'Z\u0307o\u0301\u0142c\u0301', 'Żółć'],
    ['a template', '{{7*7}} %s <b>&amp;</b>', '{{7*7}} %s <b>&amp;</b>'],
  ])('%s', async (_, text, shown) => {
    const { bytes, placements } = await fillIn({ why: text })
    expect(await complaints(bytes)).toBe('')
    expect(readBack(await pageTexts(bytes), placements)).toEqual([])
    expect(squeeze(await wordsIn(bytes, 'why')).normalize()).toBe(squeeze(shown).normalize())
  })
})
