import { PDFBool, PDFDict, type PDFDocument, PDFName, PDFNumber, PDFString } from 'pdf-lib'
import { type FilledForm, fill } from '../../src/pdf/fill.ts'
import { inspect } from '../../src/pdf/found/inspect.ts'
import { readFields } from '../../src/pdf/found/readFields.ts'
import { prepareForm } from '../../src/pdf/prepareForm.ts'
import { boxes, drawForm, questionnaire, rects } from './drawForm.ts'
import { fonts } from './fonts.ts'
import { missingLines } from './missingLines.ts'
import { complaints, inkIn, pageTexts, throughQpdf, wordsOn } from './paper.ts'
import { lostOn } from './readByPdfium.ts'

const why = `${'Żółć and Nguyễn pay £5. '.repeat(80)}The end.`
const answers = { name: 'Żółć', as: ['resident'], agree: 'no', why }
const marks = { reference: 'K7MQ2FTD', title: 'Title' }

const fillForm = async (official: Uint8Array) => {
  const prepared = await prepareForm({ official, boxes, questionnaire, fonts, title: 'Title' })
  const copies = (['final', 'fillable'] as const).map((copy) => fill(prepared, answers, marks, copy))
  for (const filled of copies) {
    expect(await complaints(filled.bytes)).toBe('')
    expect(missingLines(await pageTexts(filled.bytes), filled.placements)).toEqual([])
    expect(await lostOn(filled)).toEqual([])
  }
  const [final, fillable] = copies as [FilledForm, FilledForm]
  return { ...fillable, bytes: fillable.bytes, final: final.bytes }
}

const acroForm = ({ catalog }: PDFDocument) => catalog.lookup(PDFName.of('AcroForm'), PDFDict)
const widget = (document: PDFDocument, name: string): PDFDict => {
  const [first] = document.getForm().getField(name).acroField.getWidgets()
  if (!first) throw new Error(`${name} has no widget`)
  return first.dict
}
const field = (document: PDFDocument, name: string) => document.getForm().getField(name).acroField

describe('prepareForm takes', () => {
  test.each([
    ['object streams', ['--object-streams=generate']],
    ['encryption with an owner password', ['--encrypt', '', 'owner', '256', '--modify=none', '--']],
    ['old encryption', ['--allow-weak-crypto', '--encrypt', '', 'owner', '128', '--']],
    ['linearised files', ['--linearize']],
  ])('%s', async (_, options) => {
    const { bytes } = await fillForm(await throughQpdf(await drawForm(), ...options))
    expect(await inspect(bytes)).toMatchObject({ encrypted: false, language: 'en-GB', title: 'Title' })
    expect(await readFields(bytes)).toMatchObject({ 'who.name': 'Żółć', why, agree: 'no', 'as.resident': 'Yes' })
  })

  test('active parts out: scripts, XFA, usage rights, NeedAppearances', async () => {
    const official = await drawForm((document) => {
      const script = document.context.obj({ S: 'JavaScript', JS: PDFString.of('app.alert(1)') })
      document.catalog.set(PDFName.of('OpenAction'), script)
      document.catalog.set(PDFName.of('Perms'), document.context.obj({}))
      field(document, 'why').dict.set(PDFName.of('AA'), document.context.obj({ F: script }))
      acroForm(document).set(PDFName.of('NeedAppearances'), PDFBool.True)
      acroForm(document).set(PDFName.of('XFA'), PDFString.of('xfa'))
    })
    const { bytes, final } = await fillForm(official)
    const ACTIVE = /\/(JavaScript|JS|XFA|Perms|NeedAppearances|OpenAction|AA)\b/
    expect((await throughQpdf(bytes, '--qdf')).toString('latin1').match(ACTIVE)).toBeNull()
    const sent = (await throughQpdf(final, '--qdf')).toString('latin1')
    expect([sent.match(ACTIVE), sent.match(/\/(AcroForm|Widget)\b/)]).toEqual([null, null])
  })

  test('tick boxes without appearances: the tick is drawn where it is chosen, and only there', async () => {
    const official = await drawForm((document) => {
      for (const name of ['as.resident', 'as.worker']) widget(document, name).delete(PDFName.of('AP'))
    })
    const { bytes } = await fillForm(official)
    expect(await inkIn(bytes, 1, 60, 640, 14)).toBeGreaterThan(0.08)
    expect(await inkIn(bytes, 1, 100, 640, 14)).toBe(0)
  })

  test.each([90, 180, 270])('a widget turned by %i degrees', async (turn) => {
    const official = await drawForm((document) => {
      widget(document, 'why').set(PDFName.of('MK'), document.context.obj({ R: turn }))
    })
    const { bytes } = await fillForm(official)
    const { x, y, width, height } = rects.why
    const words = (await wordsOn(bytes)).filter(({ page, text }) => page === 2 && /Nguy/.test(text))
    expect(words.length).toBeGreaterThan(5)
    for (const { left, right, low, high } of words) {
      expect(Math.min(left - x, x + width - right, low - y, y + height - high)).toBeGreaterThan(-1)
    }
  })

  test('a comb: each letter midway in its cell; and a greatest length never cuts an answer', async () => {
    const official = await drawForm((document) => {
      const name = field(document, 'who.name')
      name.dict.set(PDFName.of('MaxLen'), PDFNumber.of(6))
      name.dict.set(PDFName.of('Ff'), PDFNumber.of(1 << 24))
      field(document, 'why').dict.set(PDFName.of('MaxLen'), PDFNumber.of(5))
    })
    const { bytes } = await fillForm(official)
    expect(await readFields(bytes)).toMatchObject({ 'who.name': 'Żółć', why })
    const letters = (await wordsOn(bytes)).filter(({ page, high }) => page === 1 && high < 730)
    expect(letters.map(({ text }) => text)).toEqual(['Ż', 'ó', 'ł', 'ć'])
    const middles = letters.map(({ left, right }) => Math.round((left + right) / 2))
    expect(middles).toEqual([80, 120, 160, 200])
  })

  test('tagged forms: continuation pages hang in the tree as sections with headings and paragraphs', async () => {
    const official = await drawForm((document) => {
      const { context, catalog } = document
      const [first] = document.getPages()
      first?.node.set(PDFName.of('StructParents'), PDFNumber.of(0))
      const whole = context.obj({ Type: 'StructElem', S: 'Document', K: [] })
      const ref = context.register(whole)
      const tree = context.obj({ Type: 'StructTreeRoot', K: ref, ParentTree: { Nums: [0, []] }, ParentTreeNextKey: 1 })
      const root = context.register(tree)
      whole.set(PDFName.of('P'), root)
      catalog.set(PDFName.of('StructTreeRoot'), root)
      catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }))
    })
    const { bytes, pages } = await fillForm(official)
    expect(pages).toBe(3)
    expect((await inspect(bytes)).tagged).toBe(true)
    const plain = (await throughQpdf(bytes, '--qdf')).toString('latin1')
    expect(plain.match(/\/S \/(Sect|H2|P)\b/g)).toEqual(['/S /Sect', '/S /H2', '/S /P', '/S /P'])
    expect(plain).toMatch(/\/ParentTreeNextKey 2/)
  })

  test('no form at all is refused', async () => {
    const official = new TextEncoder().encode('not a PDF')
    await expect(prepareForm({ official, boxes, questionnaire, fonts })).rejects.toThrow()
  })
})
