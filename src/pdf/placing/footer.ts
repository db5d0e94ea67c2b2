import { type Typeface, widthOfLine } from '../setting/typeface.ts'
import { wrapText } from '../setting/wrapText.js'
import type { Line } from './placement.ts'
import { MARGIN } from './placeOnContinuation.ts'

const SIZE = 9
const DOWN = 12
const RULE_TO_TEXT = 14

const titleLines = ({ widthOf }: Typeface, title: string, width: number): string[] =>
  wrapText(title, widthOf, ((width - 2 * MARGIN) * 1000) / SIZE)

/** The height in points, over the margin, that footers with this title take. */
export const footHeight = (face: Typeface, title: string, width: number): number =>
  (titleLines(face, title, width).length + 1) * DOWN + RULE_TO_TEXT

/** A continuation page's footer: the title, then the reference at the left and the two counts at the right. */
export const footerLines = (
  face: Typeface,
  marks: { reference: string | null; title: string },
  width: number,
  counts: { at: number; of: number; page: number; pages: number },
): { lines: Line[]; ruleAt: number } => {
  const { at, of, page, pages } = counts
  const right = `Continuation page ${at} of ${of} · Page ${page} of ${pages}`
  const left = marks.reference ? `Response ${marks.reference}` : ''
  const titles = titleLines(face, marks.title, width)
  const lines = titles.map((text, index) => ({
    text,
    x: MARGIN,
    y: MARGIN + (titles.length - index) * DOWN,
    size: SIZE,
  }))
  lines.push({ text: left, x: MARGIN, y: MARGIN, size: SIZE })
  lines.push({ text: right, x: width - MARGIN - widthOfLine(face, right, SIZE), y: MARGIN, size: SIZE })
  return { lines: lines.filter(({ text }) => text !== ''), ruleAt: MARGIN + titles.length * DOWN + RULE_TO_TEXT }
}
