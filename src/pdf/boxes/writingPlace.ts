import { PDFDict, PDFName, PDFNumber } from 'pdf-lib'
import { type FormField, inherited, type Widget } from '../found/formFields.ts'
import type { Rect } from '../placing/placement.ts'
import { ASCENT, DESCENT, LEADING } from '../setting/leading.ts'
import type { BoxMeasure } from '../setting/setInBox.js'
import type { WriteBox } from './boxes.ts'
import { type Area, type Matrix, matrixOfArea, matrixOfWidget, rectOf, type ShownPage } from './surface.ts'

/** One place on a page to write in, upright: its size in points, the room in it, and how it lies on its page. */
export type Surface = {
  page: number
  box: Rect
  matrix: Matrix
  width: number
  height: number
  pad: number
  measure: BoxMeasure
  /** Null for an area of a page. */
  widget: Widget | null
}

/** What takes an answer (`question` an id) or a mark (null): a field, or an area (field null). `cells` is over 0 for a comb. */
export type WritingPlace = {
  question: string | null
  field: FormField | null
  surfaces: Surface[]
  measure: BoxMeasure
  cells: number
  /** 0 left, 0.5 centred, 1 right. */
  align: number
  /** A list's entries by the options that choose them; the place then shows their labels. */
  entries?: Record<string, { value: string; label: string }>
}

/** The matrices of appearances that turn as their widgets ask (MK /R); readers move them to the widget's rectangle (12.5.5). */
export const TURNS = {
  0: [1, 0, 0, 1, 0, 0],
  90: [0, 1, -1, 0, 0, 0],
  180: [-1, 0, 0, -1, 0, 0],
  270: [0, -1, 1, 0, 0, 0],
} as const

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

/** What a line takes of a box's height, as a share of the size: from the foot of a g to the marks over Ễ. */
const HEIGHT = ASCENT + DESCENT

/** Below this, in points, nobody could read it: the words go on to a continuation page, and the box stays empty. */
const LEAST = 6

/** A box too low for its smallest size is still the body's box: a smaller letter in it is better than half of one. */
const sizesOfLine = (write: WriteBox, height: number): BoxMeasure['sizes'] => {
  const sizes = sizesOf(write).filter((size) => size * HEIGHT <= height + 0.2)
  if (sizes.length > 0) return sizes.map((size) => [size, 1])
  return height < LEAST * HEIGHT ? [[LEAST, 0]] : [[height / HEIGHT, 1]]
}

const measureOf = (width: number, height: number, pad: number, write: WriteBox, asked: boolean): BoxMeasure => {
  const room = height - 2 * pad
  const linesAt = (size: number) => Math.floor((room - size * HEIGHT) / (size * LEADING)) + 1
  const oneLine = asked || linesAt(write.minimum) < 2
  const sizes = oneLine
    ? sizesOfLine(write, height)
    : sizesOf(write).map((size): [number, number] => [size, Math.max(1, linesAt(size))])
  return { width: Math.max(1, width - 2 * pad), sizes, oneLine }
}

/** A widget as a surface; null where it stands on no page. */
export const surfaceOf = (widget: Widget, write: WriteBox, oneLine: boolean): Surface | null => {
  if (widget.page === null) return null
  const { box, turn, page } = widget
  const { width, height } = turn % 180 === 0 ? box : { width: box.height, height: box.width }
  const pad = Math.min(borderOf(widget) + 3, width / 4)
  const measure = measureOf(width, height, pad, write, oneLine)
  return { page, box, matrix: matrixOfWidget(widget), width, height, pad, measure, widget }
}

const surfacesOf = ({ widgets }: FormField, write: WriteBox, oneLine: boolean): Surface[] =>
  widgets.flatMap((widget) => surfaceOf(widget, write, oneLine) ?? [])

const placeInField = (question: string | null, write: WriteBox, name: string, field?: FormField): WritingPlace => {
  if (field?.kind !== 'text' && !field?.editable) throw new Error(`"${name}" is not a text field of the form`)
  const surfaces = surfacesOf(field, write, !field.multiline)
  const [first] = surfaces
  if (!first) throw new Error(`"${name}" stands on no page of the form`)
  const align = inherited(field, 'Q')
  const aligned = align instanceof PDFNumber ? align.asNumber() / 2 : 0
  return { question, field, surfaces, measure: first.measure, cells: field.comb ? field.maxLength : 0, align: aligned }
}

const AREA_PAD = 2

const placeInArea = (question: string | null, write: WriteBox, area: Area, pages: ShownPage[]): WritingPlace => {
  const page = pages[area.page - 1]
  if (!page) throw new Error(`The form has no page ${area.page}`)
  const { width, height } = area
  const matrix = matrixOfArea(area, page)
  const measure = measureOf(width, height, AREA_PAD, write, false)
  const box = rectOf(matrix, width, height)
  const surface = { page: area.page, box, matrix, width, height, pad: AREA_PAD, measure, widget: null }
  return { question, field: null, surfaces: [surface], measure, cells: 0, align: 0 }
}

/** Finds a place to write in: a text field, or an area of a page. Throws when there is none such, or it stands on no page. */
export const writingPlace = (
  question: string | null,
  write: WriteBox,
  fields: Map<string, FormField>,
  pages: ShownPage[],
): WritingPlace =>
  'field' in write
    ? placeInField(question, write, write.field, fields.get(write.field))
    : placeInArea(question, write, write.area, pages)
