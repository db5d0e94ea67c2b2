import type { Matrix } from '../boxes/surface.ts'
import type { Line } from '../placing/placement.ts'
import type { Source } from './source.ts'

/** A number as PDF content writes it, to a hundredth. */
export const number = (value: number): string => {
  const hundredths = Math.round(Math.abs(value) * 100)
  const rest = hundredths % 100
  // Whole numbers become words many times faster than fractions do.
  const whole = (hundredths - rest) / 100
  const sign = value < 0 && hundredths > 0 ? '-' : ''
  return rest === 0 ? `${sign}${whole}` : `${sign}${whole}.${rest < 10 ? '0' : ''}${rest}`
}

/** A matrix as the six numbers that PDF writes. */
export const matrixNumbers = (matrix: Matrix): string =>
  matrix.map((part) => String(Math.round(part * 1e4) / 1e4)).join(' ')

/** The names that our fonts go by in every resource dictionary of ours; nobody else's font is called so. */
export const FONTS = { regular: 'CRGR', bold: 'CRGB' }

/** Content that shows lines in black, in our fonts, which take UTF-16 units as codes (see embedTypeface). */
export const showLines = (lines: Line[]): Source => {
  if (lines.length === 0) return []
  const content: Source = []
  let before = 'BT 0 g'
  let last: Line | undefined
  for (const line of lines) {
    const { text, x, y, size, bold } = line
    const same = last?.size === size && last.bold === bold
    const font = same ? '' : `\n/${bold ? FONTS.bold : FONTS.regular} ${number(size)} Tf`
    content.push(`${before}${font}\n1 0 0 1 ${number(x)} ${number(y)} Tm `, { units: text })
    before = ' Tj'
    last = line
  }
  content.push(' Tj\nET')
  return content
}

/** Lines within a place of a width and height (points), clipped to it. */
export const showWithin = (width: number, height: number, lines: Line[]): Source => [
  `q 0 0 ${number(width)} ${number(height)} re W n\n`,
  ...showLines(lines),
  '\nQ',
]

/** Content drawn in the coordinates of a place on the page. */
export const showAt = (matrix: Matrix, content: string): string => `q ${matrixNumbers(matrix)} cm\n${content}\nQ`
