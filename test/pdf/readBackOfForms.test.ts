import { PDFDict, type PDFDocument, PDFName, PDFStream } from 'pdf-lib'
import { fill } from '../../src/pdf/fill.ts'
import { prepareForm } from '../../src/pdf/prepareForm.ts'
import { drawFlat, flatBoxes } from './drawFlat.ts'
import { boxes, drawForm, questionnaire } from './drawForm.ts'
import { marks, prepared } from './filledForm.ts'
import { fonts } from './fonts.ts'
import { lostOn } from './readByPdfium.ts'
import { tampered, words } from './tampered.ts'

const copies = ['fillable', 'final'] as const

type Hand = (object: string) => string

describe.each(copies)('of a %s copy', (copy) => {
  test.each<[string, Hand, string[]]>([
    [
      'that is off',
      (object) => object.replace('/AS/1>>', '/AS/Off>>').replace(/\/CRGT\S+ Do/, ''),
      ['unseen: the tick for "no"'],
    ],
    [
      'that is on for another option',
      (object) =>
        object
          .replace(/(\/AP <<\/N <<\/0 [\s\S]*)\/AS\/Off/, '$1/AS/0')
          .replace('/AS/1>>', '/AS/Off>>')
          .replace('99.5 699.5 cm', '59.5 699.5 cm'),
      ['unseen: no tick for "yes"', 'unseen: the tick for "no"'],
    ],
    [
      'that is on for two',
      (object) =>
        object
          .replace(/(\/AP <<\/N <<\/0 [\s\S]*)\/AS\/Off/, '$1/AS/0')
          .replace(/q 1 0 0 1 99.5 699.5 cm\n(\S+ Do)/, 'q 1 0 0 1 59.5 699.5 cm\n$1\nQ\n$&'),
      ['unseen: no tick for "yes"'],
    ],
  ])('a tick %s: is found', async (_, hand, lost) => {
    expect(await lostOn(tampered(fill(prepared, { agree: 'no' }, marks, copy), hand))).toEqual(lost)
  })
})

describe('of forms as bodies make them', () => {
  const widgetOf = (document: PDFDocument, field: string): PDFDict =>
    document.getForm().getField(field).acroField.getWidgets()[0]!.dict

  const lost = async (change: (document: PDFDocument) => void, said: Record<string, string>) => {
    const odd = await prepareForm({ official: await drawForm(change), boxes, questionnaire, fonts })
    return (await Promise.all(copies.map((copy) => lostOn(fill(odd, said, marks, copy))))).flat()
  }

  test('letters on a black ground are found', async () => {
    const black = (document: PDFDocument) => {
      const page = document.getPage(0)
      page.drawRectangle({ x: 320, y: 700, width: 120, height: 24 })
      widgetOf(document, 'who.postcode').delete(PDFName.of('MK'))
    }
    expect(await lost(black, { postcode: 'RM10 7XX', name: 'Łukasz' })).toEqual([
      'unseen: RM10 7XX',
      'unseen: RM10 7XX',
    ])
  })

  test('a tick whose appearance is empty is found', async () => {
    const empty = (document: PDFDocument) => {
      const { context } = document
      const normal = widgetOf(document, 'agree').lookup(PDFName.of('AP'), PDFDict).lookup(PDFName.of('N'), PDFDict)
      for (const state of normal.keys()) {
        const { dict } = normal.lookup(state, PDFStream)
        const { BBox } = { BBox: dict.get(PDFName.of('BBox'))! }
        normal.set(state, context.register(context.stream('', { Type: 'XObject', Subtype: 'Form', BBox })))
      }
    }
    expect(await lost(empty, { agree: 'no' })).toEqual([])
    expect(await lost(empty, { agree: 'yes' })).toEqual(['unseen: the tick for "yes"', 'unseen: the tick for "yes"'])
  })

  describe('two fields that lie over each other', () => {
    const overlaid = (document: PDFDocument) => {
      const { x, y, width, height } = document.getForm().getField('who.name').acroField.getWidgets()[0]!.getRectangle()
      const rect = { x: x + 20, y, width, height }
      document.getForm().getField('who.postcode').acroField.getWidgets()[0]!.setRectangle(rect)
    }
    const both = { name: 'Łukasz Żółć', postcode: 'RM10 7XX' }

    test('each alone is seen, the words of both are found', async () => {
      expect(await lost(overlaid, { postcode: 'RM10 7XX' })).toEqual([])
      expect(await lost(overlaid, both)).toEqual(copies.flatMap(() => ['unseen: Łukasz Żółć', 'unseen: RM10 7XX']))
    })

    test('a letter that is another is not among them', async () => {
      const form = await prepareForm({ official: await drawForm(overlaid), boxes, questionnaire, fonts })
      const changed = tampered(fill(form, both, marks), words('RM10', 'RN10'))
      expect(await lostOn(changed)).toEqual(['unseen: Łukasz Żółć', 'unread: RM10 7XX'])
    })
  })

  test('white letters on the dots that a form has printed are found', async () => {
    const draw = (document: PDFDocument) => document.getPage(0).drawText('.'.repeat(60), { x: 70, y: 364, size: 9 })
    const flat = await prepareForm({ official: await drawFlat(0, draw), boxes: flatBoxes, questionnaire, fonts })
    for (const copy of copies) {
      const filled = fill(flat, { name: 'Łukasz' }, { ...marks, reference: null }, copy)
      expect(await lostOn(filled)).toEqual([])
      const white = tampered(filled, (object) => object.replace('BT 0 g', 'BT 1 g'))
      expect(await lostOn(white)).toEqual(['unseen: Łukasz'])
    }
  })
})
