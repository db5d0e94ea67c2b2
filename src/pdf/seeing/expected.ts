import { seenAt } from '../boxes/seenAt.ts'
import { carry, type Matrix } from '../boxes/surface.ts'
import type { TickingPlace } from '../boxes/tickingPlace.ts'
import type { CopyName, PreparedForm } from '../copies/preparedForm.ts'
import type { Placement, Rect } from '../placing/placement.ts'
import { widthOfLine } from '../setting/typeface.ts'

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

/** A place for a tick: whether it must be seen to be ticked, and whether it must look unlike on the blank form. */
export type ExpectedTick = {
  question: string
  option: string
  page: number
  box: Rect
  chosen: boolean
  changes: boolean
}

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

type State = Extract<TickingPlace, { kind: 'state' }>

/** An untick is seen where the form came with a tick; the final copy begins without any. */
const unticked = ({ question, option, widgets }: State, copy: CopyName): ExpectedTick[] =>
  widgets.flatMap((widget) => {
    const { page, box } = widget
    const changes = copy === 'fillable' && widget.ticked
    return page === null ? [] : [{ question, option, page, box, chosen: false, changes }]
  })

/** What must be seen of each tick. One that the form came with stays, until another state of its field is chosen. */
const ticksOf = ({ ticking }: PreparedForm, placements: Placement[], copy: CopyName): ExpectedTick[] => {
  const chosen = new Set(placements.flatMap((placed) => (placed.kind === 'ticked' ? [ticking[placed.place]] : [])))
  const fields = new Set([...chosen].flatMap((tick) => (tick?.kind === 'state' ? [tick.field] : [])))
  return ticking.flatMap((tick): ExpectedTick[] => {
    if (tick.kind === 'entry') return []
    if (tick.kind === 'state' && tick.state === 'Off') return chosen.has(tick) ? unticked(tick, copy) : []
    const { question, option } = tick
    // The final copy begins without any tick that can be chosen.
    const came = copy === 'fillable' && tick.kind === 'state' && tick.already
    const isChosen = chosen.has(tick) || (came && !fields.has(tick.field))
    const seen = { chosen: isChosen, changes: isChosen !== came }
    return seenAt(tick).map(({ page, box }) => ({ question, option, page, box, ...seen }))
  })
}

/** What must be seen of these placements on a copy. */
export const expectedOf = (prepared: PreparedForm, placements: Placement[], copy: CopyName): Expected => ({
  lines: placements.flatMap((placed) => linesOf(prepared, placed)),
  ticks: ticksOf(prepared, placements, copy),
})
