import type { PDFContext, PDFRef } from 'pdf-lib'

const drawing = (context: PDFContext, width: number, height: number, operators: string): PDFRef => {
  const dictionary = { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, width, height], Resources: {} }
  return context.register(context.stream(operators, dictionary))
}

const points = (size: number, ...shares: number[]): string => shares.map((share) => (share * size).toFixed(2)).join(' ')

/** One stroke of a round nib: a short way down, then up and a little out of the box. */
const stroke = (size: number): string =>
  [
    `q 0.09 0.09 0.13 RG ${points(size, 0.1)} w 1 J 1 j`,
    `${points(size, 0.26, 0.5)} m`,
    `${points(size, 0.32, 0.44, 0.38, 0.35, 0.43, 0.23)} c`,
    `${points(size, 0.53, 0.47, 0.69, 0.73, 0.93, 0.93)} c`,
    'S Q',
  ].join('\n')

/** The two looks of a box to tick, `size` points square; its outline is printed on the page. */
export const tickLooks = (context: PDFContext, size: number): { chosen: PDFRef; off: PDFRef } => ({
  chosen: drawing(context, size, size, stroke(size)),
  off: drawing(context, size, size, ''),
})

/** The look of a text field that is empty, in points. */
export const emptyLook = (context: PDFContext, width: number, height: number): PDFRef =>
  drawing(context, width, height, '/Tx BMC\nEMC')
