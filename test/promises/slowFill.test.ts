import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fontkit from '@cantoo/fontkit'
import { PDFCheckBox, PDFDocument, PDFRadioGroup, PDFTextField } from 'pdf-lib'
import { prepareFor } from '../../src/consultation/prepareFor.ts'
import { readPack } from '../../src/consultation/readPack.ts'
import { fill } from '../../src/pdf/fill.ts'
import type { Line, Placement } from '../../src/pdf/placing/placement.ts'
import { widthOfLine } from '../../src/pdf/setting/typeface.ts'
import type { Answers } from '../../src/questionnaire/answers.ts'
import { fonts } from '../pdf/fonts.ts'
import { drawPage } from '../pdf/paper.ts'

const folder = join(import.meta.dirname, '../../assets/consultations/mopac-2017')
const consultation = await readPack(folder)
const prepared = await prepareFor(consultation)
const answers: Answers = JSON.parse(readFileSync(join(folder, 'sample-answers.json'), 'utf8'))
const ours = fill(prepared, answers, { reference: 'K7MQ2FTD', title: consultation.title })

/** The same form as the library fills it: ticks by its own hand, words letter by letter in the whole fonts, where ours stand. */
const fillSlowly = async (placements: Placement[]): Promise<Uint8Array> => {
  const document = await PDFDocument.load(consultation.official, { updateMetadata: false })
  document.registerFontkit(fontkit)
  const form = document.getForm()
  for (const tick of prepared.ticking) {
    const chosen = [answers[tick.question] ?? []].flat().includes(tick.option)
    if (tick.kind !== 'state' || !chosen) continue
    const field = form.getField(tick.field.name)
    if (field instanceof PDFCheckBox) field.check()
    if (field instanceof PDFRadioGroup) field.select(tick.widgets[0]?.value ?? '')
  }
  for (const field of form.getFields()) if (field instanceof PDFTextField) form.removeField(field)
  const regular = await document.embedFont(fonts.regular, { subset: false })
  const bold = await document.embedFont(fonts.bold, { subset: false })
  const draw = (page: number, line: Line, x: number, y: number) => {
    let across = x
    for (const letter of line.text) {
      const font = line.bold ? bold : regular
      document.getPage(page - 1).drawText(letter, { x: across, y, size: line.size, font })
      across += widthOfLine(line.bold ? prepared.bold : prepared.regular, letter, line.size)
    }
  }
  for (const placed of placements) {
    if (placed.kind !== 'written') continue
    for (const line of placed.lines) draw(placed.page, line, placed.box.x + line.x, placed.box.y + line.y)
  }
  return document.save({ updateFieldAppearances: false })
}

/** The share of a page's dots that an eye tells apart. */
const apart = async (one: Uint8Array, other: Uint8Array, page: number): Promise<number> => {
  const [a, b] = [await drawPage(one, page, 100), await drawPage(other, page, 100)]
  expect([a.width, a.height]).toEqual([b.width, b.height])
  const differing = a.grey.reduce((sum, dot, at) => sum + (Math.abs(dot - (b.grey[at] ?? 0)) > 96 ? 1 : 0), 0)
  return differing / a.grey.length
}

const MOST = 0.0005

test('every page looks as the library fills it, slowly', async () => {
  const slow = await fillSlowly(ours.placements)
  for (let page = 1; page <= prepared.pages.length; page++) {
    const share = await apart(ours.bytes, slow, page)
    expect([page, share < MOST ? 'alike' : share]).toEqual([page, 'alike'])
  }
})

test('other words are not alike', async () => {
  const [slow, { bytes }] = [await fillSlowly(ours.placements), fill(prepared, {}, { reference: null, title: 'Title' })]
  const shares = await Promise.all(prepared.pages.map((_, index) => apart(bytes, slow, index + 1)))
  expect(Math.max(...shares)).toBeGreaterThan(MOST)
})
