import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { prepareFor } from '../../src/consultation/prepareFor.ts'
import { readPack } from '../../src/consultation/readPack.ts'
import { packForm, unpackForm } from '../../src/pdf/copies/carried.ts'
import { fill } from '../../src/pdf/fill.ts'
import { fitOf } from '../../src/pdf/setting/fit.ts'
import { missingCharacters } from '../../src/pdf/setting/missingCharacters.ts'

const packs = [
  join(import.meta.dirname, '../../assets/consultations/mopac-2017'),
  join(import.meta.dirname, '../packs/library-hours'),
]

describe.each(packs)('a form that was packed and unpacked: %s', (folder) => {
  const both = async () => {
    const prepared = await prepareFor(await readPack(folder))
    return { prepared, carried: unpackForm(packForm(prepared)) }
  }
  const sample = JSON.parse(readFileSync(join(folder, 'sample-answers.json'), 'utf8'))

  test('is filled to the same bytes, long answers and none too', async () => {
    const { prepared, carried } = await both()
    const long = Object.fromEntries(
      Object.entries(sample).map(([id, said]) => [
        id,
        typeof said === 'string' && said.length > 40 ? said.repeat(40) : said,
      ]),
    ) as Record<string, string>
    for (const answers of [sample, long, {}]) {
      const marks = { reference: 'K7MQ2FTD', title: 'The form', note: 'A note' }
      const [here, there] = [prepared, carried].map((form) => fill(form, answers, marks, 'final'))
      expect(Buffer.compare(here!.bytes, there!.bytes)).toBe(0)
      expect(there!.placements).toEqual(here!.placements)
    }
  })

  test('measures and misses the same, and has no copy to fill on', async () => {
    const { prepared, carried } = await both()
    const words = 'Łukasz says 😀 and Ễ'.repeat(20)
    const [question] = prepared.writing.flatMap((place) => place.question ?? [])
    expect(fitOf(carried, question!, words)).toEqual(fitOf(prepared, question!, words))
    expect(missingCharacters(carried, words)).toEqual(['😀'])
    expect(() => fill(carried, sample, { reference: null, title: '' }, 'fillable').bytes).toThrow('final copy alone')
  })
})
