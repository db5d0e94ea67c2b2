import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRef, PDFStream } from 'pdf-lib'
import { carry, type Matrix } from '../boxes/surface.ts'
import type { Rect } from '../placing/placement.ts'

/** An appearance of an annotation: its stream, and the matrix that brings it to the annotation's rectangle. */
export type Appearance = { ref: PDFRef; matrix: Matrix }

const numbersOf = (value: unknown, count: number): number[] | null => {
  if (!(value instanceof PDFArray) || value.size() !== count) return null
  const numbers = Array.from({ length: count }, (_, at) => {
    const number = value.lookup(at)
    return number instanceof PDFNumber ? number.asNumber() : Number.NaN
  })
  return numbers.every(Number.isFinite) ? numbers : null
}

/** Algorithm 8 of ISO 32000-1, 12.5.5: what the appearance's own box becomes is stretched over the rectangle. */
const placed = (stream: PDFStream, rect: Rect): Matrix | null => {
  const box = numbersOf(stream.dict.lookup(PDFName.of('BBox')), 4)
  if (!box) return null
  const own = (numbersOf(stream.dict.lookup(PDFName.of('Matrix')), 6) ?? [1, 0, 0, 1, 0, 0]) as Matrix
  const [x1, y1, x2, y2] = box as [number, number, number, number]
  const corners = [carry(own, x1, y1), carry(own, x2, y1), carry(own, x1, y2), carry(own, x2, y2)]
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)]
  const [left, low] = [Math.min(...xs), Math.min(...ys)]
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - low]
  if (width === 0 || height === 0) return null
  const [across, up] = [rect.width / width, rect.height / height]
  return [across, 0, 0, up, rect.x - left * across, rect.y - low * up]
}

/** The stream that an annotation shows in a state, by default the one that it is in; null where it shows nothing. */
export const appearanceOf = (annotation: PDFDict, rect: Rect, state?: string): Appearance | null => {
  const all = annotation.lookup(PDFName.of('AP'))
  const normal = all instanceof PDFDict ? all.lookup(PDFName.of('N')) : undefined
  const shown = state === undefined ? annotation.lookup(PDFName.of('AS')) : PDFName.of(state)
  const isStates = normal instanceof PDFDict && !(normal instanceof PDFStream)
  const ref = isStates
    ? normal.get(shown instanceof PDFName ? shown : PDFName.of('Off'))
    : all instanceof PDFDict
      ? all.get(PDFName.of('N'))
      : undefined
  const stream = ref instanceof PDFRef ? annotation.context.lookup(ref) : undefined
  if (!(ref instanceof PDFRef) || !(stream instanceof PDFStream)) return null
  const matrix = placed(stream, rect)
  return matrix ? { ref, matrix } : null
}
