import type { Line, Placement } from '../../src/pdf/placing/placement.ts'

/** Words that should stand on a page and were not found in its rendered text. */
export type MissingLine = { question: string | null; page: number; missing: string }

type Row = { question: string | null; page: number; row: string; sought: string }

const squeeze = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '')

/** Comb fields set each letter as a line of its own: lines on one height are read as one. */
const rowsOf = (lines: Line[]): string[] => {
  const rows = new Map<string, string>()
  for (const { text, y, bold } of lines) rows.set(`${y} ${bold}`, (rows.get(`${y} ${bold}`) ?? '') + text)
  return [...rows.values()]
}

/** Takes rows out of a page's text wherever they run, the longest first; answers those that are not there. */
const takeOut = (text: string, rows: Row[]): Row[] => {
  let left = text
  return rows
    .toSorted((a, b) => b.sought.length - a.sought.length)
    .filter(({ sought }) => {
      const at = left.indexOf(sought)
      if (at >= 0) left = `${left.slice(0, at)}\n${left.slice(at + sought.length)}`
      return at < 0
    })
}

/**
 * Holds each page's text as some other reader gives it (index 0 is page 1) against the lines placed there, white space aside.
 * Every line is looked for, as often as it was placed; empty when all words are on paper.
 */
export const missingLines = (pageTexts: string[], placements: Placement[]): MissingLine[] => {
  const rows = placements.flatMap((placed): Row[] => {
    const { page, question } = placed
    return placed.kind === 'ticked'
      ? []
      : rowsOf(placed.lines).map((row) => ({ question, page, row, sought: squeeze(row) }))
  })
  const pages = [...new Set(rows.map(({ page }) => page))]
  return pages.flatMap((page) => {
    const lines = (pageTexts[page - 1] ?? '').split('\n').map(squeeze)
    // Whole lines go first: of words said over and over, a search in the running text could take half of two lines.
    const partly = rows.filter((row) => {
      const at = row.page === page ? lines.indexOf(row.sought) : -1
      if (at >= 0) lines.splice(at, 1, '\n')
      return row.page === page && at < 0
    })
    return takeOut(lines.join(''), partly).map(({ question, row }) => ({ question, page, missing: row }))
  })
}
