import type { Area } from '../../src/pdf/boxes/surface.ts'
import { inspect } from '../../src/pdf/found/inspect.ts'
import { type ReleaseTask, release } from '../../src/workers/release.ts'
import { complaints, drawPage, type Word, wordsOn } from '../pdf/paper.ts'
import { fillByBoxes, type Place } from './byBoxes.ts'
import { type FlatPage, flatForm, flatPages } from './drawn/flatPages.ts'
import { sharedForms } from './sharedForms.ts'
import { whitePlace } from './whitePlace.ts'

const text = (index: number) => `Łukasz Żółć ${index}, Ελένη, Дарья`

const squeeze = (words: string) => words.replace(/\s+/g, '')

/**
 * What poppler reads within an area of a page as it is shown; its box of a word is the font's whole height. The height that it
 * measures from is that of the page before it is turned.
 */
const wordsIn = (words: Word[], pageHeight: number, { page, x, y, width, height }: Area): string =>
  words
    .filter((word) => word.page === page && word.left >= x && word.right <= x + width)
    .filter(({ low, high }) => pageHeight - high >= y - 3 && pageHeight - low <= y + height + 3)
    .map((word) => word.text)
    .join('')

const heightBefore = (page: FlatPage | undefined): number =>
  page === undefined ? 0 : page.turn % 180 === 0 ? page.height : page.width

const see = async ({ head, tail, expected }: Omit<ReleaseTask, 'form'>, form: string) =>
  (await release({ head, tail, expected, form })).missing

const inkIn = async (bytes: Uint8Array, { page, x, y, width, height }: Area): Promise<number> => {
  const drawn = await drawPage(bytes, page, 72, true)
  let dark = 0
  for (let row = Math.floor(y); row < y + height; row++)
    for (let column = Math.floor(x); column < x + width; column++)
      if ((drawn.grey[row * drawn.width + column] ?? 255) < 160) dark += 1
  return dark
}

describe('pages without fields', () => {
  const official = flatForm()
  const places = flatPages.map(({ width }, index): Place => {
    const page = index + 1
    return {
      write: { page, x: 40, y: 200, width: width - 80, height: 40 },
      spot: { page, x: 20, y: 260, width: 14, height: 14 },
    }
  })
  let filled: Awaited<ReturnType<typeof fillByBoxes>>

  beforeAll(async () => {
    filled = await fillByBoxes(official, places, text)
  })

  test.each(['fillable', 'final'] as const)('words stand in their areas in poppler, on the %s copy', async (copy) => {
    const printed = new Set((await wordsOn(official, '-cropbox')).map((word) => JSON.stringify(word)))
    const all = await wordsOn(filled[copy].bytes, '-cropbox')
    const words = all.filter((word) => !printed.has(JSON.stringify(word)))
    const found = places.map(({ write }, index) => wordsIn(words, heightBefore(flatPages[index]), write))
    const wrong = flatPages.filter((_, index) => squeeze(found[index] ?? '') !== squeeze(text(index)))
    expect(wrong.map(({ name }) => name)).toEqual([])
  })

  test.each(['fillable', 'final'] as const)('words and ticks are seen in PDFium, on the %s copy', async (copy) => {
    const missing = await see(filled[copy], `flat ${copy}`)
    expect(missing.map(({ page, ...what }) => [flatPages[page - 1]?.name, what])).toEqual([])
  })

  test('every tick is ink on its spot in poppler', async () => {
    const odd = places.filter((_, index) => index % 4 === (index >> 2) % 4)
    for (const { spot } of odd)
      expect([flatPages[spot.page - 1]?.name, (await inkIn(filled.final.bytes, spot)) > 8]).toEqual([
        flatPages[spot.page - 1]?.name,
        true,
      ])
  })

  test('both copies are sound, and the first begins with the official file', async () => {
    expect(await complaints(filled.fillable.bytes)).toBe('')
    expect(await complaints(filled.final.bytes)).toBe('')
    expect(Buffer.compare(filled.fillable.bytes.subarray(0, official.length), official)).toBe(0)
  })
})

for (const { name, bytes } of sharedForms()) {
  const facts = await inspect(bytes).catch(() => null)
  if (!facts || facts.fields.length > 0 || facts.base !== 'original') continue
  test(`${name}: words and ticks stand where boxes say`, async () => {
    const places: Place[] = []
    for (const index of facts.pages.keys()) {
      const page = index + 1
      const write = await whitePlace(bytes, page, 200, 24)
      const spot = await whitePlace(bytes, page, 16, 16, write)
      if (write && spot) places.push({ write, spot })
    }
    expect(places.length).toBeGreaterThan(0)
    const { fillable, final } = await fillByBoxes(bytes, places, text)
    for (const copy of [fillable, final]) {
      expect(await see(copy, `${name} ${copy === final}`)).toEqual([])
      expect(await complaints(copy.bytes)).toBe('')
      const words = await wordsOn(copy.bytes, '-cropbox')
      for (const [index, { write, spot }] of places.entries()) {
        const { height } = facts.pages[write.page - 1] as { height: number }
        expect(squeeze(wordsIn(words, height, write))).toBe(squeeze(text(index)))
        expect(await inkIn(copy.bytes, spot)).toBeGreaterThan(8)
      }
    }
  })
}
