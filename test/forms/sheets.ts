import { fill } from '../../src/pdf/fill.ts'
import { prepareForm } from '../../src/pdf/prepareForm.ts'
import { missingCharacters } from '../../src/pdf/setting/missingCharacters.ts'
import type { Question } from '../../src/questionnaire/questionnaire.ts'
import { release } from '../../src/workers/release.ts'
import { fonts } from '../pdf/fonts.ts'
import { pageTexts } from '../pdf/paper.ts'
import { type Objects, writePdf } from './drawn/source.ts'

const COUNT = 50
const [WIDTH, HEIGHT] = [595, 842]

const blankSheets = (): Uint8Array => {
  const numbers = Array.from({ length: COUNT }, (_, index) => 3 + index)
  const objects: Objects = {
    1: '<</Type/Catalog/Pages 2 0 R>>',
    2: `<</Type/Pages/MediaBox[0 0 ${WIDTH} ${HEIGHT}]/Kids[${numbers.map((one) => `${one} 0 R`).join(' ')}]/Count ${COUNT}>>`,
  }
  for (const number of numbers) objects[number] = '<</Type/Page/Parent 2 0 R/Resources<<>>>>'
  return writePdf(objects)
}

const ids = Array.from({ length: COUNT }, (_, index) => `sheet-${index + 1}`)

const area = (page: number) => ({ page, x: 0, y: 0, width: WIDTH, height: HEIGHT })

/** Blank sheets with nothing but an area to write in on each, prepared. */
const sheets = await prepareForm({
  official: blankSheets(),
  questionnaire: {
    pages: [
      {
        id: 'all',
        title: 'All',
        prompts: [],
        facts: [],
        questions: ids.map((id): Question => ({ kind: 'text', id, text: id, wording: 'ours' })),
      },
    ],
  },
  boxes: {
    answers: Object.fromEntries(
      ids.map((id, index) => [id, { write: { area: area(index + 1), size: 10, minimum: 9 } }]),
    ),
    marks: {},
  },
  fonts,
})

const marks = { reference: null, title: 'Sheets' }

/** What came of a text: characters that were named before anything was made, or what poppler read and PDFium missed. */
export type OnSheet = { text: string; named: string[] } | { text: string; poppler: string; missing: unknown[] }

/** Fills sheets with a text; throws where characters of it have no letter. */
export const fillSheet = (text: string) => fill(sheets, { [ids[0] as string]: text }, marks, 'final')

const writeFifty = async (texts: string[]): Promise<OnSheet[]> => {
  const answers = Object.fromEntries(texts.map((text, index) => [ids[index] as string, text]))
  const { head, tail, expected, bytes } = fill(sheets, answers, marks, 'final')
  const pages = await pageTexts(bytes)
  const { missing } = await release({ head, tail, expected, form: 'sheets' })
  return texts.map((text, index) => {
    const lost = missing.filter(({ question }) => question === ids[index])
    return { text, poppler: pages[index] ?? '', missing: lost }
  })
}

/** Writes each text on a sheet of its own; none may be too long for one. */
export const writeOnSheets = async (texts: string[]): Promise<OnSheet[]> => {
  const all: OnSheet[] = texts.map((text) => ({ text, named: missingCharacters(sheets, text) }))
  const whole = all.flatMap((one, index) => ('named' in one && one.named.length === 0 ? [index] : []))
  for (let from = 0; from < whole.length; from += COUNT) {
    const batch = whole.slice(from, from + COUNT)
    const written = await writeFifty(batch.map((index) => texts[index] as string))
    for (const [at, index] of batch.entries()) all[index] = written[at] as OnSheet
  }
  return all
}

/** A text without what has neither ink nor width, in the letters that Unicode prefers. */
export const visible = (text: string): string =>
  text.normalize('NFC').replace(/[\p{Cc}\p{Default_Ignorable_Code_Point}\s]/gu, '')

/** Of what was written, what is neither whole on paper, in poppler and in PDFium, nor named. */
export const lostOnSheets = (all: OnSheet[]) =>
  all.flatMap((one) => {
    if ('named' in one) return []
    const { text, poppler, missing } = one
    return visible(poppler) === visible(text) && missing.length === 0 ? [] : [{ text, poppler, missing }]
  })
