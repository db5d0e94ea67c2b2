import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { fill } from '../../src/pdf/fill.ts'
import { release } from '../../src/workers/release.ts'
import { missingInPoppler } from '../forms/onPaper.ts'
import { type Read, readWithPikepdf, withFields } from '../forms/reader/pikepdf.ts'
import { type Tried, tryEveryField } from '../forms/rounds.ts'
import { corpora } from './corpora.ts'
import { sayFigures } from './figures.ts'

const MOST_BYTES = 3e6
const ROUNDS = 2
const marks = { reference: null, title: 'Form' }

const found = await withFields(corpora().filter((path) => statSync(path).size <= MOST_BYTES))

const counted = { forms: 0, fields: 0, refused: 0, 'told to be unseen': 0 }

const expectSound = (read: Read, before: Read): void => {
  if (before.problems.length === 0) expect(read.problems).toEqual([])
  expect(read.strays.length).toBeLessThanOrEqual(before.strays.length)
  expect([read.wrong, read.restless]).toEqual([[], []])
}

const fillIn = async (name: string, official: Uint8Array, { prepared, rounds }: Tried): Promise<void> => {
  const filled = rounds.map(({ answers }) => fill(prepared, answers, marks))
  const final = fill(prepared, rounds[0]?.answers ?? {}, marks, 'final')
  const all = await readWithPikepdf([official, final.bytes, ...filled.map(({ bytes }) => bytes)])
  const [before, readFinal, ...read] = all as [Read, Read, ...Read[]]
  for (const [round, { answers }] of rounds.entries()) {
    const { values } = read[round] as Read
    const wanted = Object.entries(answers).map(([field, value]) => [field, String(value).normalize('NFC')])
    expect(wanted.map(([field = '']) => [field, values[field]])).toEqual(wanted)
    expectSound(read[round] as Read, before)
  }
  expect([readFinal.active, before.problems.length > 0 ? [] : readFinal.problems]).toEqual([[], []])
  const { head, tail, expected } = final
  const { missing } = await release({ head, tail, expected, form: name })
  const told = missing.map((one) => one.missing)
  const words = new Set(told.flatMap((line) => line.split(/\s+/)))
  expect((await missingInPoppler(final)).filter((word) => !words.has(word))).toEqual([])
  counted['told to be unseen'] += told.length
}

test('hundreds of forms are looked for, in what four readers are tested with', () => {
  expect(found.length).toBeGreaterThan(100)
})

// A broken one may be refused; what is filled is filled right.
test.each(found.map((path) => [basename(path), path]))('%s', async (name, path) => {
  const official = new Uint8Array(readFileSync(path))
  const tried = await tryEveryField(official, ROUNDS).catch(() => null)
  counted.forms += 1
  if (!tried) counted.refused += 1
  else {
    counted.fields += tried.prepared.questionnaire.pages[0]?.questions.length ?? 0
    await fillIn(name, official, tried)
  }
})

afterAll(() => {
  sayFigures('C10, forms as found', counted)
  expect(counted.refused).toBeLessThan(counted.forms / 20)
})
