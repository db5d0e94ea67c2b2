import { PDFDict, type PDFDocument, PDFName } from 'pdf-lib'
import type { FormField, Widget } from '../found/formFields.ts'
import { number } from './textOperators.ts'

/** Operators that draw a check mark within a rectangle at the origin (points), stroked round, a tenth of its side thick. */
export const checkMark = ({ width, height }: { width: number; height: number }): string => {
  const side = Math.min(width, height)
  const [left, low] = [(width - side) / 2, (height - side) / 2]
  const point = (x: number, y: number) => `${number(left + x * side)} ${number(low + y * side)}`
  const stroke = `q 0 G 1 J 1 j ${number(side / 10)} w`
  return `${stroke} ${point(0.22, 0.5)} m ${point(0.42, 0.27)} l ${point(0.8, 0.75)} l S Q`
}

const giveTick = ({ context }: PDFDocument, { dict, box, state }: Widget): void => {
  const form = { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, box.width, box.height] }
  const on = context.register(context.stream(checkMark(box), form))
  const off = context.register(context.stream('', form))
  dict.set(PDFName.of('AP'), context.obj({ N: { [state]: on, Off: off } }))
  if (!dict.has(PDFName.of('AS'))) dict.set(PDFName.of('AS'), PDFName.of('Off'))
}

/** Gives a widget that shares its state with one of another value a state of its own, or choosing one would choose both. */
const renameState = (widget: Widget, name: string): void => {
  const appearances = widget.dict.lookup(PDFName.of('AP'))
  for (const key of ['N', 'D']) {
    const states = appearances instanceof PDFDict ? appearances.lookup(PDFName.of(key)) : undefined
    const shown = states instanceof PDFDict ? states.get(PDFName.of(widget.state)) : undefined
    if (!(states instanceof PDFDict) || !shown) continue
    states.delete(PDFName.of(widget.state))
    states.set(PDFName.of(name), shown)
  }
  if (widget.dict.get(PDFName.of('AS')) === PDFName.of(widget.state))
    widget.dict.set(PDFName.of('AS'), PDFName.of(name))
  widget.state = name
}

const tellApart = (widgets: Widget[]): void => {
  const taken = new Map<string, string>()
  for (const [index, widget] of widgets.entries()) {
    const value = taken.get(widget.state)
    if (value !== undefined && value !== widget.value) renameState(widget, `Choice${index}`)
    taken.set(widget.state, widget.value)
  }
}

/** Gives every tick box that has no appearance of its own one: without, its value says yes and the box looks empty. */
export const giveTicks = (form: PDFDocument, fields: FormField[]): void => {
  for (const { kind, widgets } of fields) {
    if (kind !== 'checkbox' && kind !== 'radio') continue
    tellApart(widgets)
    for (const widget of widgets) if (widget.bare) giveTick(form, widget)
  }
}
