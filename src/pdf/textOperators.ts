import type { Line } from './placement.ts'
import type { Matrix } from './surface.ts'

/** A number as PDF content writes it, to a hundredth. */
export const number = (value: number): string => String(Math.round(value * 100) / 100)

/** A matrix as the six numbers that PDF writes. */
export const matrixNumbers = (matrix: Matrix): string =>
  matrix.map((part) => String(Math.round(part * 1e4) / 1e4)).join(' ')

const codes: string[] = []

const hexOf = (text: string): string => {
  let hex = ''
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    hex += codes[unit] ??= unit.toString(16).padStart(4, '0')
  }
  return hex
}

/** The names that our fonts go by in every resource dictionary of ours; nobody else's font is called so. */
export const FONTS = { regular: 'CRGR', bold: 'CRGB' }

/** Content that shows lines in black, in our fonts, which take UTF-16 units as codes (see embedTypeface). */
export const showLines = (lines: Line[]): string => {
  if (lines.length === 0) return ''
  let content = 'BT 0 g'
  let font = ''
  for (const { text, x, y, size, bold } of lines) {
    const wanted = `/${bold ? FONTS.bold : FONTS.regular} ${number(size)} Tf`
    if (wanted !== font) content += `\n${wanted}`
    font = wanted
    content += `\n1 0 0 1 ${number(x)} ${number(y)} Tm <${hexOf(text)}> Tj`
  }
  return `${content}\nET`
}

/** Lines within a place of a width and height (points), clipped to it. */
export const showWithin = (width: number, height: number, lines: Line[]): string =>
  `q 0 0 ${number(width)} ${number(height)} re W n\n${showLines(lines)}\nQ`

/** Content drawn in the coordinates of a place on the page. */
export const showAt = (matrix: Matrix, content: string): string => `q ${matrixNumbers(matrix)} cm\n${content}\nQ`
