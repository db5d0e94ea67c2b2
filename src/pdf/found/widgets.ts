import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFRef, PDFStream } from 'pdf-lib'
import type { ShownPage } from '../boxes/surface.ts'
import type { Rect } from '../placing/placement.ts'
import { type Node, textOf } from './fieldTree.ts'

/** One place of a field; `page` is null where nobody sees it. A button's `state` is its name when chosen, `value` what that exports. */
export type Widget = {
  ref: PDFRef
  dict: PDFDict
  page: number | null
  /** Marked as hidden, without a size, or beside its page. */
  hidden: boolean
  box: Rect
  turn: 0 | 90 | 180 | 270
  state: string
  value: string
  /** A button that has no appearance of its own for the chosen state. */
  bare: boolean
  /** Shown as chosen on the blank form. */
  ticked: boolean
}

/** A number in a dictionary, 0 for anything else. */
export const numberOf = (value: unknown): number => (value instanceof PDFNumber ? value.asNumber() : 0)

const boxOf = (dict: PDFDict): Rect => {
  const sides = dict.lookup(PDFName.of('Rect'))
  const [x1, y1, x2, y2] = [0, 1, 2, 3].map((at) =>
    sides instanceof PDFArray && at < sides.size() ? numberOf(sides.lookup(at)) : 0,
  ) as [number, number, number, number]
  return { x: Math.min(x1, x2), y: Math.min(y1, y2), width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) }
}

const turnOf = (dict: PDFDict): Widget['turn'] => {
  const look = dict.lookup(PDFName.of('MK'))
  const degrees = look instanceof PDFDict ? numberOf(look.lookup(PDFName.of('R'))) : 0
  const turn = ((degrees % 360) + 360) % 360
  return turn === 90 || turn === 180 || turn === 270 ? turn : 0
}

const isTicked = (dict: PDFDict): boolean => {
  const shown = dict.lookup(PDFName.of('AS'))
  return shown instanceof PDFName && shown !== PDFName.of('Off')
}

/** The names of the states that a button's own appearances show, without Off. */
const shownStates = (dict: PDFDict): string[] => {
  const appearances = dict.lookup(PDFName.of('AP'))
  const normal = appearances instanceof PDFDict ? appearances.lookup(PDFName.of('N')) : undefined
  if (!(normal instanceof PDFDict)) return []
  const shown = normal.entries().filter(([, stream]) => normal.context.lookup(stream) instanceof PDFStream)
  return shown.map(([name]) => name.decodeText()).filter((name) => name !== 'Off')
}

/** A name as one reads it: UTF-8 (ISO 32000-1, 7.3.5), or Latin-1 where it is none; `name` holds a byte a character. */
const readable = (name: string): string => {
  try {
    const bytes = Uint8Array.from(name, (letter) => letter.charCodeAt(0))
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return name
  }
}

const HIDDEN = 2 | 32 // Hidden and NoView: ISO 32000-1, table 165

/** A page on which something stands: its number, from 1, and what of it readers show. */
export type StandsOn = { number: number; shown: ShownPage }

const isBeside = ({ x, y, width, height }: Rect, { left, low, right, high }: ShownPage): boolean =>
  x >= right || y >= high || x + width <= left || y + height <= low

/** A field's places: `exports` are what its buttons export where that is said apart (/Opt), `pages` tell where widgets stand. */
export const widgetsOf = (widgets: Node[], exports: unknown, pages: Map<PDFRef, StandsOn>): Widget[] =>
  widgets.map(({ ref, dict }, index) => {
    const shown = shownStates(dict)[0]
    const option = exports instanceof PDFArray && index < exports.size() ? textOf(exports.lookup(index)) : null
    const state = shown ?? (widgets.length === 1 && option === null ? 'Yes' : String(index))
    const box = boxOf(dict)
    const on = pages.get(ref)
    const marked = (numberOf(dict.lookup(PDFName.of('F'))) & HIDDEN) !== 0
    const hidden = marked || box.width === 0 || box.height === 0 || (on !== undefined && isBeside(box, on.shown))
    const page = hidden ? null : (on?.number ?? null)
    return {
      ref,
      dict,
      page,
      hidden,
      box,
      turn: turnOf(dict),
      state,
      value: option ?? readable(state),
      bare: shown === undefined,
      ticked: isTicked(dict),
    }
  })
