import { readFileSync } from 'node:fs'
import { boxes } from '../../src/pdf/boxes/boxes.ts'
import { checkBoxes } from '../../src/pdf/boxes/checkBoxes.ts'
import { fill } from '../../src/pdf/fill.ts'
import { prepareForm } from '../../src/pdf/prepareForm.ts'
import { answers } from '../../src/questionnaire/answers.ts'
import { questionnaire } from '../../src/questionnaire/questionnaire.ts'
import { fonts } from './fonts.ts'
import { missingLines } from './missingLines.ts'
import { complaints, pageTexts } from './paper.ts'

const read = (name: string) => readFileSync(new URL(`../../assets/consultations/mopac-2017/${name}`, import.meta.url))
const json = (name: string): unknown => JSON.parse(read(name).toString('utf8'))

const pack = {
  official: read('form.pdf'),
  boxes: boxes.parse(json('boxes.json')),
  questionnaire: questionnaire.parse(json('questionnaire.json')),
}
const prepared = await prepareForm({ ...pack, fonts })
const marks = { reference: 'K7MQ-2FTD', title: 'Public Access and Engagement Strategy' }

describe('the bundled form', () => {
  test('has a box for all that is asked', async () => {
    expect(await checkBoxes(pack.official, pack.boxes, pack.questionnaire)).toEqual([])
  })

  test('takes the sample answers, with the longest on a page more under its number', async () => {
    const { bytes, placements, pages } = fill(prepared, answers.parse(json('sample-answers.json')), marks)
    const texts = await pageTexts(bytes)
    expect(await complaints(bytes)).toBe('')
    expect(texts).toHaveLength(pages)
    expect(missingLines(texts, placements)).toEqual([])
    expect(texts[2]).toContain('continued on page 5')
    expect(texts[4]).toMatch(/^\s*4\. Do you agree that it is right/)
  })

  test('every character that counts as printable reaches the paper', async () => {
    const letters = [...prepared.regular.font.glyphs.keys()].map((unit) => String.fromCharCode(unit))
    const alone = letters.filter((letter) => /[^\p{M}\p{Z}]/u.test(letter) && letter.normalize('NFC') === letter)
    expect(alone.length).toBeGreaterThan(1500)
    const words = alone.join('').replace(/.{20}/gsu, '$& ')
    const { bytes, placements } = fill(prepared, { 'q4-reasons': words }, marks)
    expect(missingLines(await pageTexts(bytes), placements)).toEqual([])
  })

  test('carries less than 100 kB of fonts', () => {
    expect(prepared.copies.fillable.head.bytes.length - pack.official.length).toBeLessThan(100_000)
  })
})
