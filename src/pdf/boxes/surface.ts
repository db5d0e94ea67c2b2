import type { Widget } from '../found/formFields.ts'
import type { Rect } from '../placing/placement.ts'

/** From a place's own coordinates to a page's (ISO 32000-1, 8.3.3). */
export type Matrix = [number, number, number, number, number, number]

/** A page as readers show it: the lower left and upper right of what is seen, and how far it is turned clockwise. */
export type ShownPage = { left: number; low: number; right: number; high: number; turn: 0 | 90 | 180 | 270 }

/** A rectangle as one measures it on a page that is shown: points from its top left corner, y downwards. */
export type Area = { page: number; x: number; y: number; width: number; height: number }

/** The shown width and height of a page, in points. */
export const shownSize = ({ left, low, right, high, turn }: ShownPage): { width: number; height: number } =>
  turn % 180 === 0 ? { width: right - left, height: high - low } : { width: high - low, height: right - left }

/** The matrix of an upright place whose lower left is where an area's is, on a page however it is turned. */
export const matrixOfArea = ({ x, y, height: h }: Area, { left, low, right, high, turn }: ShownPage): Matrix => {
  if (turn === 90) return [0, 1, -1, 0, left + y + h, low + x]
  if (turn === 180) return [-1, 0, 0, -1, right - x, low + y + h]
  if (turn === 270) return [0, -1, 1, 0, right - y - h, high - x]
  return [1, 0, 0, 1, left + x, high - y - h]
}

/** The matrix of a widget's upright appearance (MK /R turns it counterclockwise; 12.5.6.19), placed at its rectangle. */
export const matrixOfWidget = ({ box: { x, y, width, height }, turn }: Widget): Matrix => {
  if (turn === 90) return [0, 1, -1, 0, x + width, y]
  if (turn === 180) return [-1, 0, 0, -1, x + width, y + height]
  if (turn === 270) return [0, -1, 1, 0, x, y + height]
  return [1, 0, 0, 1, x, y]
}

/** Where a point of a place lies on the page. */
export const carry = ([a, b, c, d, e, f]: Matrix, x: number, y: number): { x: number; y: number } => ({
  x: a * x + c * y + e,
  y: b * x + d * y + f,
})

/** The rectangle on the page of a place of a width and height. */
export const rectOf = (matrix: Matrix, width: number, height: number): Rect => {
  const [one, other] = [carry(matrix, 0, 0), carry(matrix, width, height)]
  return {
    x: Math.min(one.x, other.x),
    y: Math.min(one.y, other.y),
    width: Math.abs(other.x - one.x),
    height: Math.abs(other.y - one.y),
  }
}
