import { PDFArray, type PDFContext, PDFDict, PDFHexString, PDFName, PDFNumber } from 'pdf-lib'
import type { Appended } from './appended.ts'
import type { Base } from './base.ts'
import type { Widget } from './formFields.ts'
import type { Line } from './placement.ts'
import type { TickingPlace } from './preparedForm.ts'
import { number, showLines } from './textOperators.ts'
import type { Surface, WritingPlace } from './writingPlace.ts'

const COLOURS: Record<number, [fill: string, stroke: string]> = { 1: ['g', 'G'], 3: ['rg', 'RG'], 4: ['k', 'K'] }

const colour = (look: PDFDict | undefined, key: string, which: 0 | 1): string => {
  const parts = look?.lookup(PDFName.of(key))
  const operator = parts instanceof PDFArray ? COLOURS[parts.size()]?.[which] : undefined
  return parts instanceof PDFArray && operator ? `${parts.asArray().join(' ')} ${operator}` : ''
}

/** The ground and the edge that the widget itself asks for (ISO 32000-1, 12.5.6.19: BG, BC). */
const frame = ({ widget, width, height }: Surface): string => {
  const found = widget.dict.lookup(PDFName.of('MK'))
  const look = found instanceof PDFDict ? found : undefined
  const [ground, edge] = [colour(look, 'BG', 0), colour(look, 'BC', 1)]
  const style = widget.dict.lookup(PDFName.of('BS'))
  const thickness = style instanceof PDFDict ? style.lookup(PDFName.of('W')) : undefined
  const line = thickness instanceof PDFNumber ? thickness.asNumber() : 1
  const inside = `${number(line / 2)} ${number(line / 2)} ${number(width - line)} ${number(height - line)} re S`
  return [
    ground && `q ${ground} 0 0 ${number(width)} ${number(height)} re f Q`,
    edge && line > 0 && `q ${edge} ${number(line)} w ${inside} Q`,
  ]
    .filter(Boolean)
    .join('\n')
}

/** Turns an upright appearance as the widget asks (MK /R); readers move it to the widget's rectangle (12.5.5). */
const TURNS = { 0: [1, 0, 0, 1, 0, 0], 90: [0, 1, -1, 0, 0, 0], 180: [-1, 0, 0, -1, 0, 0], 270: [0, -1, 1, 0, 0, 0] }

const appearance = (context: PDFContext, surface: Surface, lines: Line[], fonts: Base['fonts']) => {
  const { width, height } = surface
  const clip = `0 0 ${number(width)} ${number(height)} re W n`
  const content = `${frame(surface)}\n/Tx BMC\nq ${clip}\n${showLines(lines)}\nQ\nEMC`
  return context.stream(content, {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, width, height],
    Matrix: TURNS[surface.widget.turn],
    Resources: { Font: { R: fonts.regular, B: fonts.bold } },
  })
}

const showState = (widget: Widget, name: string, appended: Appended): void => {
  appended.change(widget.ref, widget.dict).set(PDFName.of('AS'), PDFName.of(name))
}

/** Writes an answer into a field: the value is always the whole answer, the appearances are the lines set for it. */
export const writeText = (appended: Appended, base: Base, place: WritingPlace, text: string, lines: Line[][]): void => {
  const { context } = base.document
  const { field, surfaces, measure } = place
  const dict = appended.change(field.ref, field.dict)
  dict.set(PDFName.of('V'), PDFHexString.fromText(measure.oneLine ? text.replaceAll('\n', ' ') : text))
  const longest = dict.lookup(PDFName.of('MaxLen'))
  if (longest instanceof PDFNumber && longest.asNumber() < text.length) dict.delete(PDFName.of('MaxLen'))
  for (const [index, surface] of surfaces.entries()) {
    const drawn = appended.add(appearance(context, surface, lines[index] ?? [], base.fonts))
    appended.change(surface.widget.ref, surface.widget.dict).set(PDFName.of('AP'), context.obj({ N: drawn }))
  }
}

/** Ticks one state of a field; its other states show as not chosen. */
export const writeTick = (appended: Appended, { field, state, widgets }: TickingPlace): void => {
  appended.change(field.ref, field.dict).set(PDFName.of('V'), PDFName.of(state))
  for (const widget of field.widgets) showState(widget, widgets.includes(widget) ? state : 'Off', appended)
}
