import type { Line } from '../placing/placement.ts'
import type { Head, Piece } from '../writing/section.ts'

/** Sets a place's value, the whole of it, and draws the lines of each of its surfaces. */
export type SetText = (value: string | string[], lines: Line[][]) => Piece[]

/** What is drawn over a page of a copy: `marks` are the ids of its marked content by place (`w0.0`, `t3`), in a tagged form. */
export type Slot = { object: number; marks: Map<string, number> }

/** The root of the page tree, written but for the pages that are added to it. */
export type PageTree = { object: number; generation: number; before: string; kids: string; count: number }

/** The structure tree, written but for what is added to it (see writeTags). */
export type TagTree = {
  root: { object: number; generation: number; before: string }
  /** The element that new sections hang under; null where it is the root itself. */
  trunk: { object: number; generation: number; before: string } | null
  kids: string
  /** The parent tree: its other entries, and its `Nums` or its `Kids`. */
  parents: { before: string; key: 'Nums' | 'Kids'; entries: string }
  nextKey: number
}

/** One copy of a form, made ready: bytes that stay as they are, and what is appended to them for an answer. */
export type Copy = {
  head: Head
  /** The reference of a resource dictionary with our two fonts. */
  resources: string
  /** By writing place; null where the place is drawn on its page alone. */
  texts: (SetText | null)[]
  /** By ticking place; null where it is drawn alone. */
  ticks: (Piece[] | null)[]
  /** By ticking place: what is drawn on each of its pages when it is chosen. */
  tickMarks: (Map<number, string> | null)[]
  slots: Map<number, Slot>
  tree: PageTree
  tags: TagTree | null
}
