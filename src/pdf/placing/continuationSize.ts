import { MARGIN } from './placeOnContinuation.ts'

type Size = { width: number; height: number }

const A4: Size = { width: 595.28, height: 841.89 }

// Points: room for some thirty letters a line, and for a head, a few lines and a footer.
const LEAST: Size = { width: 200 + 2 * MARGIN, height: 200 + 2 * MARGIN }

/** The size of pages that answers go on to, in points: that of the form's first page, or A4 where that is too small to write on. */
export const continuationSize = ({ pages: [first] }: { pages: Size[] }): Size =>
  first && first.width >= LEAST.width && first.height >= LEAST.height ? first : A4
