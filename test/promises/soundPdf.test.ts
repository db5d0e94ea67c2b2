import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { prepareFor } from '../../src/consultation/prepareFor.ts'
import { readPack } from '../../src/consultation/readPack.ts'
import type { PreparedForm } from '../../src/pdf/copies/preparedForm.ts'
import { fill } from '../../src/pdf/fill.ts'
import { printRun } from '../../src/pdf/printRun.ts'
import type { Answers } from '../../src/questionnaire/answers.ts'
import { plainForm, plainValues } from '../forms/drawn/plainForm.ts'
import { writePdf } from '../forms/drawn/source.ts'
import { readWithPikepdf } from '../forms/reader/pikepdf.ts'
import { tryEveryField } from '../forms/rounds.ts'
import { sharedForms } from '../forms/sharedForms.ts'
import { throughQpdf } from '../pdf/paper.ts'
import { readWithPdfJs } from './byPdfJs.ts'
import { complaintsOf } from './complaints.ts'

const marks = { reference: 'K7MQ2FTD', title: 'Form' }

/** A form to fill, with what to say on it by question. */
type Case = { name: string; official: Uint8Array; prepared: PreparedForm; answers: Answers }

const ofPack = async (folder: string): Promise<Case> => {
  const consultation = await readPack(join(import.meta.dirname, folder))
  const answers = JSON.parse(readFileSync(join(import.meta.dirname, folder, 'sample-answers.json'), 'utf8'))
  return { name: folder, official: consultation.official, prepared: await prepareFor(consultation), answers }
}

const ofForm = async (name: string, official: Uint8Array, round = 0): Promise<Case> => {
  const { prepared, rounds } = await tryEveryField(official)
  return { name, official, prepared, answers: rounds[round]?.answers ?? {} }
}

const plain = writePdf(plainForm())

const cases: Case[] = [
  await ofPack('../../assets/consultations/mopac-2017'),
  await ofPack('../packs/library-hours'),
  await ofForm('drawn, a table', plain),
  await ofForm('drawn, a stream', await throughQpdf(plain, '--object-streams=generate')),
  await ofForm('drawn, locked', await throughQpdf(plain, '--encrypt', '', 'owner', '256', '--')),
]
for (const { name, bytes } of sharedForms()) {
  const one = await ofForm(name, bytes, 1).catch(() => null)
  if (one && Object.keys(one.answers).length > 0) cases.push(one)
}

/** A reader's words without what differs between two files that it has the same against. */
const kind = (words: string): string => words.replace(/\d+/g, '#')

/** What readers have against a PDF that they had not against another. */
const newIn = async (made: Uint8Array, official: Uint8Array): Promise<Record<string, string[]>> => {
  const [after, before] = [await complaintsOf(made), await complaintsOf(official)]
  const fresh = Object.entries(after).map(([reader, words]) => {
    const known = new Set(before[reader]?.map(kind))
    return [reader, words.filter((one) => !known.has(kind(one)))] as const
  })
  return Object.fromEntries(fresh.filter(([, words]) => words.length > 0))
}

describe.each(cases)('$name', ({ official, prepared, answers }) => {
  test.each(['fillable', 'final'] as const)('four readers have nothing against its %s copy', async (copy) => {
    expect(await newIn(fill(prepared, answers, marks, copy).bytes, official)).toEqual({})
  })

  test('what qpdf has against the official form, it has not against ours', async () => {
    const { qpdf } = await complaintsOf(fill(prepared, answers, marks, 'final').bytes)
    expect(qpdf).toEqual([])
  })

  test('four readers have nothing against a print run of it', async () => {
    const response = { answers, marks }
    expect(await newIn(await printRun(prepared, [response, response, response], { duplex: true }), official)).toEqual(
      {},
    )
  })

  test('pikepdf and pdf.js read the same values, field by field', async () => {
    const { bytes } = fill(prepared, answers, marks)
    const [byPikepdf] = await readWithPikepdf([bytes])
    const { values } = await readWithPdfJs(bytes)
    const fields = Object.keys(values).filter(
      (name) => name in (byPikepdf?.values ?? {}) && !(name in (byPikepdf?.signatures ?? {})),
    )
    const pick = (all: Record<string, string | string[]>) => Object.fromEntries(fields.map((name) => [name, all[name]]))
    expect(pick(values)).toEqual(pick(byPikepdf?.values ?? {}))
    expect(Object.keys(answers).filter((name) => name in (byPikepdf?.values ?? {}) && !fields.includes(name))).toEqual(
      [],
    )
  })
})

describe('the readers are not blind', () => {
  const made = async () => {
    const { prepared, answers } = await ofForm('plain', plain)
    return fill(prepared, answers, marks).bytes
  }

  test.each([
    [
      'an index one byte off',
      (text: string) =>
        text.replace(
          /(\d{10}) 00000 n(?!.*\d{10} 00000 n)/s,
          (_, at) => `${String(Number(at) + 1).padStart(10, '0')} 00000 n`,
        ),
    ],
    ['a form without an end', (text: string) => text.slice(0, -200)],
    ['a font that is not there', (text: string) => text.replaceAll('/CRGR 10 Tf', '/CRGX 10 Tf')],
  ])('%s', async (_, spoil) => {
    const spoilt = Buffer.from(spoil(Buffer.from(await made()).toString('latin1')), 'latin1')
    expect(Object.values(await newIn(spoilt, plain)).flat()).not.toEqual([])
  })

  test('a value that was exchanged', async () => {
    const text = Buffer.from(await made()).toString('latin1')
    const { values } = await readWithPdfJs(Buffer.from(text.replace(/\/V\/blue|\/V\/red/, '/V/Off '), 'latin1'))
    expect([plainValues.colour, 'red']).not.toContain(values['colour'])
  })
})
