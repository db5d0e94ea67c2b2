import type { Placement } from './placement.ts'

/** Words that should stand on a page and were not found in its rendered text. */
export type Mismatch = { question: string | null; page: number; missing: string }

/** Compares each rendered page's text (index 0 is page 1) with what was placed there; empty when all is on paper. */
export const readBack = (_pageTexts: string[], _placements: Placement[]): Mismatch[] => {
  throw new Error('not yet')
}
