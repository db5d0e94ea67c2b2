import type { Line, Placement } from './placement.ts'

/** Words that should stand on a page and were not found in its rendered text. */
export type Mismatch = { question: string | null; page: number; missing: string }

const squeeze = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '')

/** Comb fields set each letter as a line of its own: lines on one height are read as one. */
const rowsOf = (lines: Line[]): string[] => {
  const rows = new Map<string, string>()
  for (const { text, y, bold } of lines) rows.set(`${y} ${bold}`, (rows.get(`${y} ${bold}`) ?? '') + text)
  return [...rows.values()]
}

/**
 * Compares each rendered page's text (index 0 is page 1) with the lines placed there, white space aside. Every line is
 * looked for, as often as it was placed; empty when all words are on paper.
 */
export const readBack = (pageTexts: string[], placements: Placement[]): Mismatch[] => {
  const left = pageTexts.map(squeeze)
  const rows = placements.flatMap((placed) =>
    placed.kind === 'ticked' ? [] : rowsOf(placed.lines).map((row) => ({ ...placed, row, sought: squeeze(row) })),
  )
  rows.sort((a, b) => b.sought.length - a.sought.length)
  return rows.flatMap(({ question, page, row, sought }) => {
    const text = left[page - 1] ?? ''
    const at = text.indexOf(sought)
    if (at < 0) return [{ question, page, missing: row }]
    left[page - 1] = `${text.slice(0, at)}\n${text.slice(at + sought.length)}`
    return []
  })
}
