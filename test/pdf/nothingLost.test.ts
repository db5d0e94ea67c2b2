import { PDFName, PDFNumber } from 'pdf-lib'
import type { PreparedForm } from '../../src/pdf/copies/preparedForm.ts'
import { type CopyName, type FilledForm, fill } from '../../src/pdf/fill.ts'
import { prepareForm } from '../../src/pdf/prepareForm.ts'
import type { ExpectedLine } from '../../src/pdf/seeing/expected.ts'
import { type FormToRead, toRead } from '../../src/pdf/seeing/released.ts'
import { missingCharacters } from '../../src/pdf/setting/missingCharacters.ts'
import type { Answers } from '../../src/questionnaire/answers.ts'
import { drawFlat, flatBoxes, TURNS } from './drawFlat.ts'
import { boxes, drawForm, questionnaire } from './drawForm.ts'
import { marks, ofLength, prepared } from './filledForm.ts'
import { fonts } from './fonts.ts'
import { lostOn } from './readByPdfium.ts'

const answers: Answers = {
  ...{ name: 'Łukasz Żółć', postcode: 'RM10 7XX', as: ['worker'], agree: 'no' },
  ...{ why: ofLength(700), narrow: 'Here, in the margin, too' },
}

const copies: CopyName[] = ['fillable', 'final']

const lost = async (form: PreparedForm, said = answers) =>
  (await Promise.all(copies.map((copy) => lostOn(fill(form, said, marks, copy))))).flat()

/** The same form, its lines expected a little beside where they are. */
const beside = (form: FilledForm, across: number, up: number): FormToRead => {
  const { lines, ticks } = form.expected
  const moved = ({ at, ...line }: ExpectedLine) => ({ ...line, at: { x: at.x + across, y: at.y + up } })
  return { ...toRead(form), expected: { lines: lines.map(moved), ticks } }
}

describe('nothing is missed of a form that is whole', () => {
  test.each(TURNS)('areas and spots on pages turned by %i degrees, and every line at its place alone', async (turn) => {
    const flat = await prepareForm({ official: await drawFlat(turn), boxes: flatBoxes, questionnaire, fonts })
    expect(await lost(flat)).toEqual([])
    const filled = fill(flat, answers, marks)
    const lines = filled.expected.lines.length
    for (const [across, up] of [
      [4, 0],
      [0, 4],
    ] as const) {
      expect((await lostOn(beside(filled, across, up))).filter((one) => one.startsWith('unread'))).toHaveLength(lines)
    }
  })

  test.each([90, 180, 270])('fields turned by %i degrees', async (turn) => {
    const official = await drawForm((document) => {
      for (const name of ['why', 'narrow', 'who.name'])
        for (const { dict } of document.getForm().getField(name).acroField.getWidgets())
          dict.set(PDFName.of('MK'), document.context.obj({ R: turn }))
    })
    expect(await lost(await prepareForm({ official, boxes, questionnaire, fonts }))).toEqual([])
  })

  test('a comb, read as one line', async () => {
    const official = await drawForm((document) => {
      const { dict } = document.getForm().getField('who.postcode').acroField
      dict.set(PDFName.of('MaxLen'), PDFNumber.of(8))
      dict.set(PDFName.of('Ff'), PDFNumber.of(1 << 24))
    })
    const combed = await prepareForm({ official, boxes, questionnaire, fonts })
    expect(fill(combed, answers, marks).expected.lines.map(({ text }) => text)).toContain('RM10 7XX')
    expect(await lost(combed)).toEqual([])
  })

  test('hyphens, also where a line ends with one', async () => {
    const why = `${'face-to-face hand-in-hand '.repeat(20)}${'well-'.repeat(60)}– — ‐ ‑`
    const ends = fill(prepared, { why }, marks).expected.lines.filter(({ text }) => text.endsWith('-'))
    expect(ends.length).toBeGreaterThan(1)
    expect(await lost(prepared, { why })).toEqual([])
  })

  test.each(['ﬁne oﬃces, ﬂats and ﬀ', 'q̃ m̀ Ọ̀ Ẹ́kọ́ a̱b̤c̣ x͡y ё̄ Ŵ̃', 'Zo\u0301\u0142c\u0301', '½ ² № ™ … “‘’”'])(
    '%s',
    async (text) => {
      expect(await lost(prepared, { name: text, why: text, narrow: text })).toEqual([])
    },
  )

  test('every letter, on a line alone', async () => {
    const units = [...prepared.regular.font.glyphs.keys()].map((unit) => String.fromCharCode(unit))
    const letters = units.filter((letter) => letter.trim() !== '' && missingCharacters(prepared, letter).length === 0)
    expect(letters.length).toBeGreaterThan(1500)
    expect(await lost(prepared, { why: letters.join('\n') })).toEqual([])
  })

  test('20,000 letters', async () => {
    expect(await lost(prepared, { why: ofLength(20_000) })).toEqual([])
  })

  test('what the form has printed on a line of an answer', async () => {
    const { at } = fill(
      await prepareForm({ official: await drawFlat(0), boxes: flatBoxes, questionnaire, fonts }),
      answers,
      marks,
    ).expected.lines.find(({ text }) => text === answers.name)!
    const official = await drawFlat(0, (document) => document.getPage(0).drawText('. '.repeat(30), { ...at, size: 9 }))
    expect(await lost(await prepareForm({ official, boxes: flatBoxes, questionnaire, fonts }))).toEqual([])
  })

  test('a form that is filled a second time: with the same, with more, with another choice', async () => {
    const once = fill(prepared, answers, marks)
    const again = await prepareForm({ official: once.bytes, boxes, questionnaire, fonts })
    for (const said of [answers, { ...answers, name: 'Łukasz Żółćowski' }, { agree: 'yes' }, {}]) {
      expect(await lost(again, said)).toEqual([])
    }
  })
})
