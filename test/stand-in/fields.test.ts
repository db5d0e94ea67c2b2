import { PDFArray, PDFCheckBox, PDFDict, PDFDocument, PDFName, PDFRadioGroup, PDFTextField } from 'pdf-lib'
import type { TickBox, WriteBox } from '../../src/pdf/boxes/boxes.ts'
import { type Question, questionsOf } from '../../src/questionnaire/questionnaire.ts'
import { drawInvented, drawMopac, mopac } from './drawn.ts'
import { inventedQuestionnaire } from './invented.ts'

/** The stand-in is a form with fields: nothing of it is an area or a spot. */
const fieldOf = (place: WriteBox | TickBox): string => {
  if (!('field' in place)) throw new Error('The stand-in has a place that is no field')
  return place.field
}

const fieldsOf = async (form: Uint8Array) => (await PDFDocument.load(form)).getForm()

/** The element that the parent tree gives for a widget, and the object to which that element leads back. */
const readerOf = ({ catalog }: PDFDocument, widget: PDFDict) => {
  const tree = catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict).lookup(PDFName.of('ParentTree'), PDFDict)
  const entries = tree.lookup(PDFName.of('Nums'), PDFArray)
  const key = String(widget.get(PDFName.of('StructParent')))
  const at = entries.asArray().findIndex((entry, index) => index % 2 === 0 && String(entry) === key)
  const element = entries.lookup(at + 1, PDFDict)
  const reference = element.lookup(PDFName.of('K'), PDFArray).lookup(0, PDFDict)
  return { element: String(element.get(PDFName.of('S'))), object: reference.lookup(PDFName.of('Obj')) }
}

describe.each([
  ['MOPAC’s questionnaire', mopac.questionnaire, drawMopac],
  ['an invented one with every kind and long words', inventedQuestionnaire, drawInvented],
])('the fields of %s', (_, questionnaire, draw) => {
  const valuesOf = (question: Question): string[] => ('options' in question ? question.options.map(({ id }) => id) : [])

  test('there is one for each question, of its kind, where boxes.json says', async () => {
    const { form, boxes } = await draw()
    const fields = await fieldsOf(form)
    for (const question of questionsOf(questionnaire)) {
      const box = boxes.answers[question.id]!
      if ('write' in box) {
        const field = fields.getField(fieldOf(box.write))
        expect(field).toBeInstanceOf(PDFTextField)
        expect((field as PDFTextField).isMultiline()).toBe(question.kind === 'text')
        expect((field as PDFTextField).getMaxLength()).toBeUndefined()
        continue
      }
      expect(Object.keys(box.tick)).toEqual(valuesOf(question))
      for (const tick of Object.values(box.tick))
        expect(fields.getField(fieldOf(tick))).toBeInstanceOf(question.kind === 'one-of' ? PDFRadioGroup : PDFCheckBox)
    }
    expect(fields.getField(fieldOf(boxes.marks.reference!))).toBeInstanceOf(PDFTextField)
  })

  test('every button can be chosen and shows a tick, and lies inside its page', async () => {
    const { form, boxes } = await draw()
    const document = await PDFDocument.load(form)
    const ticks = Object.values(boxes.answers).flatMap((box) => ('tick' in box ? Object.values(box.tick) : []))
    for (const tick of ticks) {
      const widgets = document.getForm().getField(fieldOf(tick)).acroField.getWidgets()
      const value = 'value' in tick ? PDFName.of(tick.value) : undefined
      const widget = widgets.find((each) => each.getOnValue() === value)!
      expect(widget).toBeDefined()
      const states = String(widget.getNormalAppearance())
      expect(states).toContain('/Off')
      const { x, y, width, height } = widget.getRectangle()
      expect(Math.min(x, y, 595 - x - width, 841 - y - height)).toBeGreaterThan(20)
    }
  })

  test('every widget says its question, has its place in the parent tree and no viewer must draw it anew', async () => {
    const { form } = await draw()
    const document = await PDFDocument.load(form)
    expect(document.getForm().acroForm.dict.has(PDFName.of('NeedAppearances'))).toBe(false)
    const fields = document.getForm().getFields()
    for (const { dict } of fields.flatMap((field) => field.acroField.getWidgets())) {
      expect(dict.has(PDFName.of('TU'))).toBe(true)
      expect(dict.has(PDFName.of('AP'))).toBe(true)
      const { element, object } = readerOf(document, dict)
      expect(element).toBe('/Form')
      expect(object === dict).toBe(true)
    }
    for (const page of document.getPages()) expect(page.node.get(PDFName.of('Tabs'))).toBe(PDFName.of('S'))
  })
})
