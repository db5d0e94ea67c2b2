import { PDFName, type PDFRef } from 'pdf-lib'
import type { Ticking } from '../boxes/tickingPlace.ts'
import { type Surface, TURNS, type WritingPlace } from '../boxes/writingPlace.ts'
import type { SetText } from '../copies/copy.ts'
import type { Node } from '../found/fieldTree.ts'
import type { FormField, Widget } from '../found/formFields.ts'
import { openDict, textString } from './ascii.ts'
import { frameOf } from './frame.ts'
import { type Piece, piece, streamPiece } from './section.ts'
import type { Source } from './source.ts'
import { matrixNumbers, number, showWithin } from './textOperators.ts'

const object = ({ ref }: Node, body: string | Source): Piece => piece(ref.objectNumber, body, ref.generationNumber)

const appearanceOf = (surface: Surface, cells: number, resources: string) => {
  const { width, height, widget } = surface
  const [w, h] = [number(width), number(height)]
  const matrix = matrixNumbers([...TURNS[widget?.turn ?? 0]])
  const dict = `/Type/XObject/Subtype/Form/BBox[0 0 ${w} ${h}]/Matrix[${matrix}]/Resources ${resources}`
  return { dict, frame: frameOf(surface, cells) }
}

const writeValue = (value: string | string[]): Source =>
  typeof value === 'string' ? textString(value) : ['[', ...value.flatMap(textString), ']']

/** A field's own dictionaries, written but for their value; `more` is what else each takes. */
const openNodes = ({ nodes }: FormField, without: string[], more: (node: Node) => string) =>
  nodes.map((node) => ({ node, before: `${openDict(node.dict, 'V', 'I', 'TI', 'RV', ...without)}${more(node)}` }))

const apart = ({ nodes, widgets }: FormField): Widget[] =>
  widgets.filter(({ ref }) => !nodes.some((node) => node.ref === ref))

/** Writes into a field what is between brackets in its dictionaries; `looks` are the objects of its surfaces' appearances. */
export const setTextOf = (
  { field, surfaces, cells }: WritingPlace & { field: FormField },
  looks: PDFRef[],
  resources: string,
): SetText => {
  const lookOf = (ref: PDFRef): string => {
    const look = looks[surfaces.findIndex(({ widget }) => widget?.ref === ref)]
    return look ? `/AP<</N ${look.objectNumber} 0 R>>` : ''
  }
  const nodes = openNodes(field, ['AP', 'MaxLen'], ({ ref }) => lookOf(ref))
  const widgets = apart(field).filter(({ ref }) => lookOf(ref) !== '')
  const constant = widgets.map((widget) => object(widget, `${openDict(widget.dict, 'AP')}${lookOf(widget.ref)}>>`))
  const appearances = surfaces.map((surface) => appearanceOf(surface, cells, resources))
  return (value, lines) => {
    const longest = field.maxLength > 0 ? `/MaxLen ${Math.max(field.maxLength, value.length)}` : ''
    const values = nodes.map(({ node, before }) => object(node, [before, longest, '/V ', ...writeValue(value), '>>']))
    const drawn = surfaces.map(({ width, height }, index): Piece => {
      const { dict, frame } = appearances[index] as { dict: string; frame: string }
      const content = [frame, '\n/Tx BMC\n', ...showWithin(width, height, lines[index] ?? []), '\nEMC']
      return streamPiece((looks[index] as PDFRef).objectNumber, dict, content)
    })
    return [...values, ...constant, ...drawn]
  }
}

/** The pieces that choose a button's state: its value, and of each of its widgets the state that it shows. */
export const tickPieces = ({ field, state }: Extract<Ticking, { kind: 'state' }>): Piece[] => {
  const shows = (widget: Widget): string => `/AS${PDFName.of(widget.state === state ? state : 'Off')}`
  const own = (ref: PDFRef): string => {
    const widget = field.widgets.find((one) => one.ref === ref)
    return widget ? shows(widget) : ''
  }
  const nodes = openNodes(field, ['AS'], ({ ref }) => own(ref))
  return [
    ...nodes.map(({ node, before }) => object(node, `${before}/V${PDFName.of(state)}>>`)),
    ...apart(field).map((widget) => object(widget, `${openDict(widget.dict, 'AS')}${shows(widget)}>>`)),
  ]
}
