import { PDFDict, PDFName, PDFNumber, PDFTextField } from 'pdf-lib'
import type { WriteBox } from './boxes.ts'
import type { FormField, Widget } from './formFields.ts'
import type { BoxMeasure } from './setInBox.js'

/** From a box's top to its first baseline, as a share of the size: room for Ễ. */
export const ASCENT = 0.95

const DESCENT = 0.27

/** From line to line, as a share of the size. */
export const LEADING = 1.3

/** One widget to write in, upright: its size in points, the room in it, and where lines begin. */
export type Surface = { widget: Widget; width: number; height: number; pad: number; measure: BoxMeasure }

/** A text field that takes an answer (`question` an id) or a mark (null). `cells` is over 0 for a comb. */
export type WritingPlace = {
  question: string | null
  field: FormField
  surfaces: Surface[]
  measure: BoxMeasure
  cells: number
  align: number
}

const numberIn = (dict: PDFDict | undefined, key: string): number | undefined => {
  const value = dict?.lookup(PDFName.of(key))
  return value instanceof PDFNumber ? value.asNumber() : undefined
}

const dictIn = (dict: PDFDict, key: string): PDFDict | undefined => {
  const value = dict.lookup(PDFName.of(key))
  return value instanceof PDFDict ? value : undefined
}

const borderOf = ({ dict }: Widget): number =>
  dictIn(dict, 'MK')?.has(PDFName.of('BC')) ? (numberIn(dictIn(dict, 'BS'), 'W') ?? 1) : 0

const sizesOf = ({ size, minimum }: WriteBox): number[] => {
  const sizes = [size]
  while ((sizes.at(-1) ?? minimum) - 0.5 >= minimum) sizes.push((sizes.at(-1) ?? minimum) - 0.5)
  return sizes
}

const surfaceOf = (widget: Widget, write: WriteBox, oneLine: boolean): Surface => {
  const { width, height } =
    widget.turn % 180 === 0 ? widget.box : { width: widget.box.height, height: widget.box.width }
  const pad = borderOf(widget) + 3
  const room = height - 2 * pad
  const linesAt = (size: number) => Math.max(1, Math.floor((room - size * (ASCENT + DESCENT)) / (size * LEADING)) + 1)
  const sizes = sizesOf(write).map((size): [number, number] => [size, oneLine ? 1 : linesAt(size)])
  return { widget, width, height, pad, measure: { width: Math.max(1, width - 2 * pad), sizes, oneLine } }
}

/** Reads a text field of the form as a place to write in. Throws when it is none or stands on no page. */
export const writingPlace = (question: string | null, write: WriteBox, field: FormField | undefined): WritingPlace => {
  if (!(field?.field instanceof PDFTextField)) throw new Error(`"${write.field}" is not a text field of the form`)
  const { field: text } = field
  const oneLine = !text.isMultiline()
  const surfaces = field.widgets.filter(({ page }) => page !== null).map((widget) => surfaceOf(widget, write, oneLine))
  const [first] = surfaces
  if (!first) throw new Error(`"${write.field}" stands on no page of the form`)
  const align = text.acroField.getInheritableAttribute(PDFName.of('Q'))
  return {
    question,
    field,
    surfaces,
    measure: first.measure,
    cells: text.isCombed() ? (text.getMaxLength() ?? 0) : 0,
    align: align instanceof PDFNumber ? align.asNumber() / 2 : 0,
  }
}
