import type { Placement, Rect } from './placement.ts'
import type { PreparedForm } from './preparedForm.ts'
import { carry, type Matrix } from './surface.ts'
import { seenAt } from './tickingPlace.ts'
import { widthOfLine } from './typeface.ts'

/** A line that must be on a page: where its baseline begins (points, the page's own), which way it runs, how long it is. */
export type ExpectedLine = {
  question: string | null
  page: number
  text: string
  at: { x: number; y: number }
  along: { x: number; y: number }
  length: number
  size: number
}

/** A place for a tick, and whether it must be seen to be ticked. */
export type ExpectedTick = { question: string; option: string; page: number; box: Rect; chosen: boolean }

/** All that must be seen on a filled form, field by field and tick by tick, as plain JSON. */
export type Expected = { lines: ExpectedLine[]; ticks: ExpectedTick[] }

const HERE: Matrix = [1, 0, 0, 1, 0, 0]

/** Letters of a comb, each set by itself, are one line from the first to the last. */
const joined = (lines: ExpectedLine[]): ExpectedLine[] => {
  const [first, last] = [lines[0], lines.at(-1)]
  if (!first || !last) return []
  const length = Math.hypot(last.at.x - first.at.x, last.at.y - first.at.y) + last.length
  return [{ ...first, text: lines.map(({ text }) => text).join(''), length }]
}

const linesOf = (prepared: PreparedForm, placed: Placement): ExpectedLine[] => {
  if (placed.kind === 'ticked') return []
  const { question, page } = placed
  const matrix = placed.kind === 'written' ? placed.matrix : HERE
  const [a, b] = matrix
  const lines = placed.lines.map(({ text, x, y, size, bold }): ExpectedLine => {
    const length = widthOfLine(bold ? prepared.bold : prepared.regular, text, size)
    return { question, page, text, at: carry(matrix, x, y), along: { x: a, y: b }, length, size }
  })
  const isComb = placed.kind === 'written' && (prepared.writing[placed.place]?.cells ?? 0) > 0
  return isComb && lines.every(({ text }) => [...text].length === 1) ? joined(lines) : lines
}

/** What must be seen of these placements. Ticks that the blank form has already are left out: nothing of them changes. */
export const expectedOf = (prepared: PreparedForm, placements: Placement[]): Expected => {
  const chosen = new Set(placements.flatMap((placed) => (placed.kind === 'ticked' ? [placed.place] : [])))
  return {
    lines: placements.flatMap((placed) => linesOf(prepared, placed)),
    ticks: prepared.ticking.flatMap((tick, place) => {
      const { question, option, kind } = tick
      if (kind === 'entry' || (kind === 'state' && tick.already)) return []
      return seenAt(tick).map(({ page, box }) => ({ question, option, page, box, chosen: chosen.has(place) }))
    }),
  }
}
