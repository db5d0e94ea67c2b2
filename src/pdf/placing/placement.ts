import type { Matrix } from '../boxes/surface.ts'

/** A rectangle in points; x and y are its lower left corner, from the page's own origin. */
export type Rect = { x: number; y: number; width: number; height: number }

/**
 * One line of text, its baseline's start in points: within its place for `written`, on the page for `continued`.
 * `begins` marks the first line of a paragraph or head.
 */
export type Line = { text: string; x: number; y: number; size: number; bold?: boolean; begins?: boolean }

/**
 * Words set in a box: a place to write and one of its surfaces, by their indexes in the prepared form, and the matrix from
 * its coordinates to the page's. `question` is null for a mark that is nobody's answer. Pages count from 1.
 */
export type Written = {
  kind: 'written'
  question: string | null
  field: string | null
  place: number
  surface: number
  page: number
  box: Rect
  matrix: Matrix
  lines: Line[]
}

/** A chosen option's tick; `place` is its index among the form's ticks. */
export type Ticked = {
  kind: 'ticked'
  question: string
  option: string
  field: string | null
  place: number
  page: number
  box: Rect
}

/** A piece of an answer that ran over, with its heads, on a continuation page; `from` is the page it comes from. */
export type Continued = { kind: 'continued'; question: string; page: number; from: number; lines: Line[] }

/** What goes where on the filled form. */
export type Placement = Written | Ticked | Continued
