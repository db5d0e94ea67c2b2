import { fill } from '../../src/pdf/fill.ts'
import type { Placement } from '../../src/pdf/placing/placement.ts'
import { fillIn, marks, ofLength, prepared, squeeze, wordsIn } from './filledForm.ts'
import { missingLines } from './missingLines.ts'
import { pageTexts, wordsOn } from './paper.ts'

const continued = (placements: Placement[]) => placements.filter((placed) => placed.kind === 'continued')

describe('what does not fit goes on', () => {
  test('20,000 characters: the box, then continuation pages, and not one lost', async () => {
    const why = ofLength(20000)
    const { bytes, placements, pages } = fillIn({ name: 'Ann Ash', why })
    const pieces = continued(placements)
    expect(pages).toBe(2 + new Set(pieces.map(({ page }) => page)).size)
    const texts = await pageTexts(bytes)
    expect(texts).toHaveLength(pages)
    expect(missingLines(texts, placements)).toEqual([])
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
    const { bytes } = fill(prepared, { why: ofLength(3000) }, { reference: null, title })
    expect(squeeze((await pageTexts(bytes))[2] ?? '')).toContain(squeeze(title))
  })

  test('continuation pages keep 20 mm free on every side, and no line stands on another', async () => {
    const { bytes, pages } = fill(
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
    const { bytes } = fillIn({ postcode })
    expect(await wordsIn(bytes, 'who.postcode')).toBe('continued on page 3')
    expect((await pageTexts(bytes))[2]).toMatch(new RegExp(`In full, from page 1 · response K7MQ2FTD\\s+${postcode}`))
  })

  test('a 200-letter word is broken and goes on', async () => {
    const { bytes, placements } = fillIn({ narrow: `so ${'m'.repeat(200)}` })
    expect(missingLines(await pageTexts(bytes), placements)).toEqual([])
    const letters = (await wordsOn(bytes)).filter(({ text }) => /^m+$/.test(text)).map(({ text }) => text)
    expect(letters.join('')).toBe('m'.repeat(200))
  })
})
