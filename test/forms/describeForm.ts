import { type FilledForm, fill } from '../../src/pdf/fill.ts'
import { fillForm } from '../../src/pdf/fillForm.ts'
import { unplaced } from '../../src/pdf/placing/unplaced.ts'
import type { Answers } from '../../src/questionnaire/answers.ts'
import { release } from '../../src/workers/release.ts'
import { fonts } from '../pdf/fonts.ts'
import { complaints, throughQpdf } from '../pdf/paper.ts'
import { activeIn, indexOf } from './fileKind.ts'
import { isDark, missingInPoppler } from './onPaper.ts'
import { type Read, readWithPikepdf } from './reader/pikepdf.ts'
import { type Tried, tryEveryField } from './rounds.ts'
import type { SharedForm } from './sharedForms.ts'

const marks = { reference: null, title: 'Form' }

/** Tests that a real form is filled right, whatever is said: in how many rounds, and how many of these are drawn. */
export const describeForm = (
  { name, bytes: official }: SharedForm,
  { most, drawn }: { most: number; drawn: number },
): void => {
  describe(name, () => {
    let tried: Tried
    let filled: FilledForm[]
    let final: FilledForm
    let before: Read
    let read: Read[]
    let readFinal: Read

    beforeAll(async () => {
      tried = await tryEveryField(official, most)
      const { prepared, rounds } = tried
      filled = rounds.map(({ answers }) => fill(prepared, answers, marks))
      final = fill(prepared, rounds[0]?.answers ?? {}, marks, 'final')
      const all = await readWithPikepdf([official, final.bytes, ...filled.map(({ bytes }) => bytes)])
      ;[before, readFinal, ...read] = all as [Read, Read, ...Read[]]
    })

    const wanted = (answers: Answers) =>
      Object.fromEntries(Object.entries(answers).map(([field, value]) => [field, String(value).normalize('NFC')]))

    test('every field reads back equal in another reader, whatever is written or chosen', () => {
      for (const [round, { answers }] of tried.rounds.entries()) {
        const values = read[round]?.values ?? {}
        expect(Object.fromEntries(Object.keys(answers).map((field) => [field, values[field]]))).toEqual(wanted(answers))
        expect([read[round]?.wrong, read[round]?.strays, read[round]?.restless]).toEqual([[], [], []])
      }
      // Fields that lie over one another are filled in turns.
      const said = new Set(tried.rounds.flatMap(({ answers }) => Object.keys(answers)))
      const asked = tried.prepared.questionnaire.pages[0]?.questions.length
      if (most > 1) expect(said.size).toBe(asked)
      expect(said.size).toBeGreaterThan(0)
    })

    test('fields that are not mentioned, signatures among them, stay as they are', () => {
      for (const [round, { answers }] of tried.rounds.entries()) {
        const others = Object.keys(before.values).filter((field) => !(field in answers))
        expect(others.filter((field) => read[round]?.values[field] !== before.values[field])).toEqual([])
        expect(read[round]?.signatures).toEqual(before.signatures)
      }
    })

    test('every word and every tick is on paper: in PDFium', async () => {
      for (const [round, { head, tail, expected, placements }] of filled.entries()) {
        const { questionnaire } = tried.prepared
        expect(unplaced(questionnaire, tried.rounds[round]?.answers ?? {}, placements)).toEqual([])
        if (round >= drawn) continue
        const { missing } = await release({ head, tail, expected, form: name })
        for (const { question, page } of missing) {
          const place = tried.prepared.writing.find((one) => one.question === question)?.surfaces[0]
          // A form may have a field over a black bar. Then it is told, and nothing goes out.
          expect([question, place && (await isDark(official, page, place.box))]).toEqual([question, true])
        }
      }
    })

    test('every word is on paper: in poppler, on the copy to fill on and on the final one', async () => {
      const last = filled.at(-1) as FilledForm
      expect(await missingInPoppler(last)).toEqual([])
      expect(await missingInPoppler(final)).toEqual([])
    })

    test('what fits its box is not sent to another page', () => {
      for (const [round, { placements }] of filled.entries()) {
        const continued = placements.flatMap((one) => (one.kind === 'continued' ? [one.question] : []))
        expect(tried.rounds[round]?.fits.filter((field) => continued.includes(field))).toEqual([])
      }
    })

    test('the official file is the beginning of every filled one, indexed as it is, and qpdf has nothing against it', async () => {
      const { base, because } = tried.prepared.imported
      const [first] = filled as [FilledForm]
      if (base === 'original') {
        expect(Buffer.compare(first.bytes.subarray(0, official.length), official)).toBe(0)
        expect(indexOf(first.bytes)).toBe(indexOf(official))
      } else expect(because).toMatch(/\w+ \w+/)
      expect(read.flatMap(({ problems }) => problems)).toEqual([])
      expect(await complaints(first.bytes)).toBe('')
    })

    test('the same answers give the same bytes, from the same file again', async () => {
      const again = await tryEveryField(official, 1)
      for (const copy of ['fillable', 'final'] as const) {
        const both = [tried, again].map(
          ({ prepared, rounds }) => fill(prepared, rounds[0]?.answers ?? {}, marks, copy).bytes,
        )
        expect(Buffer.compare(both[0] as Uint8Array, both[1] as Uint8Array)).toBe(0)
      }
    })

    test('the final copy has nothing active in it, and keeps its tags, title and language', async () => {
      expect(readFinal.active).toEqual([])
      expect(activeIn(await throughQpdf(final.bytes, '--qdf', '--object-streams=disable'))).toEqual([])
      expect(readFinal.problems).toEqual([])
      expect(readFinal.tagged).toBe(before.tagged)
      if (before.tagged) expect(readFinal.elements).toBeGreaterThanOrEqual(before.elements)
      expect(readFinal.title).toBe(before.title?.trim() ? before.title : 'Form')
      expect(readFinal.language).toBe(before.language || 'en-GB')
    })

    test('it is filled by its fields’ names alone, without a pack', async () => {
      const values = tried.rounds.at(-1)?.answers ?? {}
      const made = await fillForm(official, values, fonts)
      if (!('filled' in made)) throw new Error(JSON.stringify(made.problems))
      const [found] = await readWithPikepdf([made.filled.bytes])
      expect(Object.fromEntries(Object.keys(values).map((field) => [field, found?.values[field]]))).toEqual(
        wanted(values),
      )
    })
  })
}
