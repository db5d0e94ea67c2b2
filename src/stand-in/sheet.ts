/** Points in a millimetre. */
export const MM = 72 / 25.4

/** ISO A4 upright, in points, with room at the left for the numerals that hang there. */
export const SHEET = { width: 595.28, height: 841.89, left: 21 * MM, right: 17 * MM }

/** The width of everything that is asked and answered, in points. */
export const MEASURE = SHEET.width - SHEET.left - SHEET.right

/** Where a page's content begins and ends: points from the top; the first page has no running head. */
export const CONTENT = { first: 14 * MM, later: 21 * MM, end: SHEET.height - 20 * MM }

/** The height in points that a page has for questions; pages count from 0. */
export const capacityOf = (page: number): number => CONTENT.end - (page === 0 ? CONTENT.first : CONTENT.later)

/** A way to set words: sizes and leading in points. */
export type Style = { face: 'regular' | 'bold'; size: number; leading: number; grey?: boolean }

/** Every way in which words are set: body at least 10.5 points, labels at least 9. */
export const STYLES = {
  title: { face: 'bold', size: 22, leading: 26.5 },
  section: { face: 'bold', size: 15, leading: 19 },
  question: { face: 'bold', size: 11.5, leading: 15 },
  strong: { face: 'bold', size: 12.5, leading: 16.5 },
  body: { face: 'regular', size: 10.5, leading: 14 },
  small: { face: 'regular', size: 9, leading: 12, grey: true },
  smallStrong: { face: 'bold', size: 9, leading: 12 },
} satisfies Record<string, Style>

/** Greys print as they show: all words are at least 7:1 on white. */
export const INK = { black: '#16171f', grey: '#4a4b52', frame: '#6b6c74', hairline: '#b4b5ba' }

/** Boxes in points: a tick of 5 mm, a line that fits a pen, the least and the fair room for reasons. */
export const SIZES = {
  tick: 5 * MM,
  line: 8.5 * MM,
  leastRoom: 36 * MM,
  fairRoom: 62 * MM,
  /** Distances: label to box, part to part of a question, rule to words, question to question, column to column, numeral to words. */
  near: 1.2 * MM,
  within: 3 * MM,
  round: 3.5 * MM,
  between: 8 * MM,
  gutter: 5 * MM,
  hanging: 8 * MM,
}

/** The size in points at which answers are set; smaller where they are long. */
export const TYPED = 11
