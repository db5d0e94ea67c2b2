import { PDFDict, type PDFDocument, PDFName, type PDFRef } from 'pdf-lib'
import { surfaceOf, TURNS } from '../boxes/writingPlace.ts'
import type { FormField, Widget } from '../found/formFields.ts'
import { fieldValue } from '../found/readFields.ts'
import { type Faces, placeInBox } from '../placing/placeInBox.ts'
import { cleanText } from '../setting/cleanText.js'
import { missingFrom } from '../setting/missingCharacters.ts'
import { bytesOf } from '../writing/source.ts'
import { matrixNumbers, showWithin } from '../writing/textOperators.ts'

const hasLook = ({ dict }: Widget): boolean => {
  const looks = dict.lookup(PDFName.of('AP'))
  return looks instanceof PDFDict && looks.has(PDFName.of('N'))
}

const draw = (
  document: PDFDocument,
  widget: Widget,
  text: string,
  field: FormField,
  faces: Faces,
  resources: PDFRef,
): void => {
  const write = { field: field.name, size: 10, minimum: 9 }
  const surface = surfaceOf(widget, write, field.kind !== 'text' || !field.multiline)
  if (!surface) return
  const place = { question: null, field, surfaces: [surface], measure: surface.measure, cells: 0, align: 0 }
  const { written } = placeInBox(place, { place: 0, surface: 0 }, text, faces, 99)
  const { width, height } = surface
  const matrix = matrixNumbers([...TURNS[widget.turn]])
    .split(' ')
    .map(Number)
  const look = { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, width, height], Matrix: matrix, Resources: resources }
  const { context } = document
  const stream = context.register(context.stream(bytesOf(showWithin(width, height, written.lines)), look))
  widget.dict.set(PDFName.of('AP'), context.obj({ N: stream }))
}

/**
 * Draws what the body itself has written into fields of its form and left to readers to draw (NeedAppearances): nobody asks them
 * to any more, and the words would be on no paper. What our fonts have no letters for stays undrawn.
 */
export const drawValues = (document: PDFDocument, fields: FormField[], faces: Faces, resources: PDFRef): void => {
  for (const field of fields) {
    if (field.kind !== 'text' && field.kind !== 'choice') continue
    const text = cleanText([fieldValue(field)].flat().join('\n')).trim()
    if (text === '' || missingFrom(faces.regular, text).length > 0) continue
    for (const widget of field.widgets) if (!hasLook(widget)) draw(document, widget, text, field, faces, resources)
  }
}
