import { type PDFDocument, PDFName } from 'pdf-lib'
import type { FormField, Widget } from './formFields.ts'

/** A check mark within the box, stroked round, a tenth of its side thick. */
const checkMark = ({ width, height }: Widget['box']): string => {
  const side = Math.min(width, height)
  const [left, low] = [(width - side) / 2, (height - side) / 2]
  const point = (x: number, y: number) => `${(left + x * side).toFixed(2)} ${(low + y * side).toFixed(2)}`
  const stroke = `q 0 G 1 J 1 j ${(side / 10).toFixed(2)} w`
  return `${stroke} ${point(0.22, 0.5)} m ${point(0.42, 0.27)} l ${point(0.8, 0.75)} l S Q`
}

const giveTick = ({ context }: PDFDocument, { dict, box, state }: Widget): void => {
  const form = { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, box.width, box.height] }
  const on = context.register(context.stream(checkMark(box), form))
  const off = context.register(context.stream('', form))
  dict.set(PDFName.of('AP'), context.obj({ N: { [state]: on, Off: off } }))
  if (!dict.has(PDFName.of('AS'))) dict.set(PDFName.of('AS'), PDFName.of('Off'))
}

/** Gives every tick box that has no appearance of its own one: without, its value says yes and the box looks empty. */
export const giveTicks = (form: PDFDocument, fields: FormField[]): void => {
  for (const { kind, widgets } of fields) {
    if (kind !== 'checkbox' && kind !== 'radio') continue
    for (const widget of widgets) if (widget.bare) giveTick(form, widget)
  }
}
