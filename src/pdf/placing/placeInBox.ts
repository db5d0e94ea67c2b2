import type { Surface, WritingPlace } from '../boxes/writingPlace.ts'
import { ASCENT, DESCENT, LEADING } from '../setting/leading.ts'
import { setInBox } from '../setting/setInBox.js'
import { type Typeface, widthOfLine } from '../setting/typeface.ts'
import { wrapParagraph } from '../setting/wrapText.js'
import type { Line, Written } from './placement.ts'

export type Faces = { regular: Typeface; bold: Typeface }

/**
 * A text set on one surface. `cut` is where in the text the rest begins that did not fit (0 for all of it again, where
 * a single line was too short), or null when all of it stands; `goesOn` adds the line that names the page of the rest.
 */
export type SetAnswer = { text: string; written: Written; cut: number | null; goesOn: (page: number) => void }

const NOTICES = ['continued on page #', 'see page #', 'p. #']

const capHeightOf = ({ font }: Typeface): number => font.capHeight / font.unitsPerEm

// A wide letter may touch the lines of its cell, and is read all the same.
const OVER_CELL = 1.3

/** Whether a comb has a cell for each letter, and none that is far too narrow for its letter. */
const fitsCells = (
  { cells }: WritingPlace,
  { width }: Surface,
  text: string,
  size: number,
  face: Typeface,
): boolean => {
  const letters = [...text]
  return (
    letters.length <= cells && letters.every((letter) => widthOfLine(face, letter, size) <= (OVER_CELL * width) / cells)
  )
}

const textInCells = (
  place: WritingPlace,
  { width, height }: Surface,
  text: string,
  size: number,
  face: Typeface,
): Line[] =>
  [...text].map((letter, index) => {
    const cell = width / place.cells
    const x = index * cell + (cell - widthOfLine(face, letter, size)) / 2
    return { text: letter, x, y: (height - capHeightOf(face) * size) / 2, size }
  })

/** How far into the text its first lines reach, with the writer's own line breaks between them. */
const reachOf = (lines: string[], text: string): number =>
  lines.reduce((at, line) => (text[at + line.length] === '\n' ? at + line.length + 1 : at + line.length), 0)

/** As many whole words as stand before the notice on a single line, where they are worth showing. */
const beforeNotice = (text: string, room: number, width: number, size: number, { widthOf }: Typeface): string[] => {
  const [first = ''] = wrapParagraph(text.replaceAll('\n', ' '), widthOf, (room * 1000) / size)
  return room > width / 3 && /\s$/.test(first) ? [first] : []
}

/** Sets a text on a surface of a place (by their indexes `at`); `lastPage` is the highest page that a notice may have to name. */
export const placeInBox = (
  place: WritingPlace,
  at: { place: number; surface: number },
  text: string,
  { regular, bold }: Faces,
  lastPage: number,
): SetAnswer => {
  const surface = place.surfaces[at.surface] as Surface
  const { measure, pad, height, page, box, matrix } = surface
  const { size, capacity, lines, runsOn } = setInBox(measure, text, regular.widthOf)
  const foot = Math.max((height - capHeightOf(regular) * size) / 2, DESCENT * size)
  const top = measure.oneLine ? Math.min(foot, height - ASCENT * size) : height - pad - ASCENT * size
  const lineAt = (words: string, index: number, align = place.align, face = regular): Line => {
    const x = pad + (measure.width - widthOfLine(face, words.trimEnd(), size)) * align
    const line = { text: words.trimEnd(), x, y: top - index * size * LEADING, size }
    return face === bold ? { ...line, bold: true } : line
  }
  const written = (set: Line[]): Written => {
    const { question, field } = place
    const shown = set.filter((line) => line.text !== '')
    return { kind: 'written', question, field: field?.name ?? null, ...at, page, box, matrix, lines: shown }
  }
  const whole = (set: Line[]): SetAnswer => ({ text, written: written(set), cut: null, goesOn: () => {} })
  if (capacity === 0) return { text, written: written([]), cut: 0, goesOn: () => {} }
  const row = place.cells > 0 ? text.replaceAll('\n', ' ') : null
  if (row !== null && fitsCells(place, surface, row, size, regular))
    return whole(textInCells(place, surface, row, size, regular))
  if (!runsOn) return whole(lines.map((line, index) => lineAt(line, index)))

  const widthOfNotice = (notice: string) => widthOfLine(bold, notice.replace('#', String(lastPage)), size)
  const notice = NOTICES.find((one) => widthOfNotice(one) <= measure.width)
  const room = measure.width - widthOfNotice(notice ?? '') - size
  const kept = capacity > 1 ? lines.slice(0, capacity - 1) : beforeNotice(text, room, measure.width, size, regular)
  const set = written(kept.map((line, index) => lineAt(line, index, capacity > 1 ? place.align : 0)))
  const goesOn = (onto: number) => {
    if (notice) set.lines.push(lineAt(notice.replace('#', String(onto)), capacity - 1, 1, bold))
  }
  return { text, written: set, cut: capacity > 1 ? reachOf(kept, text) : 0, goesOn }
}
