import type { Pen } from './pen.ts'

/** A strip across the page, in points: `gap` is the distance to the strip above; one that grows takes what is left. */
export type Row = {
  height: number
  gap: number
  grows: boolean
  draw: (pen: Pen, y: number, height: number) => void
}

/** The height of rows one below the other, without the distance to what is above the first. */
export const heightOf = (rows: Row[]): number =>
  rows.reduce((sum, { height, gap }, at) => sum + height + (at > 0 ? gap : 0), 0)

/** The heights of the rows that grow. */
export const roomsOf = (rows: Row[]): number[] => rows.filter(({ grows }) => grows).map(({ height }) => height)

/** The rows with what is left of a height shared out evenly among those that grow. */
export const grown = (rows: Row[], height: number): Row[] => {
  const share = (height - heightOf(rows)) / roomsOf(rows).length
  return rows.map((row) => (row.grows ? { ...row, height: row.height + share } : row))
}
