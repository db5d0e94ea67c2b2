import type { PreparedForm } from '../copies/preparedForm.ts'
import { cleanText } from '../setting/cleanText.js'
import { missingFrom } from '../setting/missingCharacters.ts'
import { widthOfLine } from '../setting/typeface.ts'
import { wrapText } from '../setting/wrapText.js'
import { continuationSize } from './continuationSize.ts'
import type { Line, Rect } from './placement.ts'
import { MARGIN } from './placeOnContinuation.ts'
import type { Slip } from './slip.ts'

/** What stands where on a slip's page, in points: its lines, its QR code, and the height where it is torn. */
export type PlacedSlip = { lines: Line[]; code: Rect | null; tornAt: number }

type Look = { size: number; down: number; bold?: true }

const WORDS: Look = { size: 11, down: 15.5 }
const HEAD: Look = { size: 11, down: 26, bold: true }
const TITLE: Look = { size: 13, down: 17, bold: true }
const REFERENCE: Look = { size: 38, down: 46, bold: true }

const CODE = 128 // 45 mm
const GAP = 30 // wider than the quiet zone of the code
const NARROWEST = 190 // for words beside a code

const KEEP = 'Opens your answers. Keep it to yourself.'
const TEAR = 'Fold here and tear. The part above is yours to keep. It does not go with the form.'

/** Lines one under the other from a height down, each broken to a width. */
const columnOf = ({ regular, bold }: PreparedForm, x: number, top: number, width: number) => {
  const lines: Line[] = []
  let y = top
  const set = (words: string, { size, down, bold: asBold }: Look) => {
    const text = cleanText(words)
    // The bold font has fewer letters.
    const isBold = asBold === true && missingFrom(bold, text).length === 0
    const face = isBold ? bold : regular
    const fitting = Math.min(size, ...(size > 20 ? [(size * width) / widthOfLine(face, text, size)] : []))
    for (const line of wrapText(text, face.widthOf, (width * 1000) / fitting)) {
      y -= down
      lines.push({ text: line.trimEnd(), x, y, size: fitting, ...(isBold ? { bold: true } : {}) })
    }
  }
  return { lines, set, skip: (points: number) => (y -= points), low: () => y }
}

/** Lays a slip out on the upper half of its page, or on more where it has more to say; a code stands beside the words where there is room. */
export const placeOnSlip = (prepared: PreparedForm, { title, reference, where, link }: Slip): PlacedSlip => {
  const { width, height } = continuationSize(prepared)
  const whole = width - 2 * MARGIN
  const isBeside = link !== null && whole - CODE - GAP >= NARROWEST
  const head = columnOf(prepared, MARGIN, height - MARGIN + TITLE.size, whole)
  head.set(title, TITLE)

  const words = columnOf(prepared, MARGIN, head.low(), isBeside ? whole - CODE - GAP : whole)
  words.skip(10)
  words.set('Your reference', WORDS)
  words.set(reference, REFERENCE)
  words.skip(8)
  for (const { head: says, lines } of where) {
    words.set(says, HEAD)
    for (const line of lines) words.set(line, WORDS)
  }

  const left = isBeside ? width - MARGIN - CODE : MARGIN
  const top = isBeside ? head.low() - 18 : words.low() - 16
  const under = columnOf(prepared, left, top - CODE - 4, isBeside ? CODE : whole)
  if (link) under.set(KEEP, WORDS)

  const low = Math.min(words.low(), link ? under.low() : height)
  const tornAt = Math.min(height / 2, low - 20)
  const below = columnOf(prepared, MARGIN, tornAt - 4, whole)
  below.set(TEAR, WORDS)
  const lines = [...head.lines, ...words.lines, ...under.lines, ...below.lines]
  return { lines, code: link ? { x: left, y: top - CODE, width: CODE, height: CODE } : null, tornAt }
}
