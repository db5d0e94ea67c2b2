import { wrapText } from '../setting/wrapText.js'
import type { Faces } from './placeInBox.ts'
import type { Continued, Line } from './placement.ts'

/** What of an answer goes on: the rest of its text, under heads that say whose and which it is. */
export type Rest = { question: string; text: string; from: number; head: string; note: string; again: string }

type Block = Omit<Line, 'x' | 'y'> & { down: number }

/** 20 mm. */
export const MARGIN = 56.7

const HEAD = { size: 12, down: 16 }
const NOTE = { size: 9.5, down: 14 }
const BODY = { size: 10.5, down: 15 }
const SPACE_BEFORE = 22

const block = (faces: Faces, text: string, width: number, look: typeof HEAD, bold: boolean): Block[] =>
  text.split('\n').flatMap((paragraph) =>
    wrapText(paragraph, faces[bold ? 'bold' : 'regular'].widthOf, (width * 1000) / look.size).map((line, index) => ({
      text: line.trimEnd(),
      ...look,
      ...(bold ? { bold: true } : {}),
      ...(index === 0 ? { begins: true } : {}),
    })),
  )

/**
 * Lays the rests out on continuation pages, each piece under its heads, which never stand at a page's foot alone.
 * `page` is the size of a page in points, `first` the number of the first one, `foot` the height kept free for footers.
 */
export const placeOnContinuation = (
  rests: Rest[],
  faces: Faces,
  page: { width: number; height: number },
  first: number,
  foot: number,
): Continued[] => {
  const width = page.width - 2 * MARGIN
  const bottom = MARGIN + foot
  const placed: Continued[] = []
  let number = first
  let y = page.height - MARGIN
  const begin = ({ question, from }: Rest): Continued => {
    const piece: Continued = { kind: 'continued', question, page: number, from, lines: [] }
    placed.push(piece)
    return piece
  }
  const turn = () => {
    number += 1
    y = page.height - MARGIN
  }
  const set = (piece: Continued, blocks: Block[]) => {
    for (const { down, ...line } of blocks) {
      y -= down
      if (line.text !== '') piece.lines.push({ ...line, x: MARGIN, y })
    }
  }
  for (const rest of rests) {
    const heads = [...block(faces, rest.head, width, HEAD, true), ...block(faces, rest.note, width, NOTE, false)]
    const body = block(faces, rest.text, width, BODY, false)
    const atTop = y === page.height - MARGIN
    const needed = heads.reduce((sum, { down }) => sum + down, 6) + Math.min(3, body.length) * BODY.down
    if (!atTop && y - SPACE_BEFORE - needed < bottom) turn()
    else if (!atTop) y -= SPACE_BEFORE
    let piece = begin(rest)
    set(piece, heads)
    y -= 6
    for (const line of body) {
      if (y - line.down < bottom) {
        turn()
        piece = begin(rest)
        set(piece, block(faces, rest.again, width, { size: BODY.size, down: 16 }, true))
        y -= 6
      }
      set(piece, [line])
    }
  }
  return placed
}
