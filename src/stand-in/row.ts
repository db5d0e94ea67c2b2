import type { Pen } from './pen.ts'

/** A strip across the page, in points: `gap` is the distance to the strip above; one that grows takes what is left. */
export type Row = {
  height: number
  gap: number
  grows: boolean
  draw: (pen: Pen, y: number, height: number) => void
}

/** Rows that stay together on a page. */
export type Block = Row[]

/** The height of rows one below the other, without the distance to what is above the first. */
export const heightOf = (rows: Row[]): number =>
  rows.reduce((sum, { height, gap }, at) => sum + height + (at > 0 ? gap : 0), 0)
