import type { Line } from './placement.ts'

/** A number as PDF content writes it, to a hundredth. */
export const number = (value: number): string => String(Number(value.toFixed(2)))

const hexOf = (text: string): string => {
  let hex = ''
  for (let at = 0; at < text.length; at++) hex += text.charCodeAt(at).toString(16).padStart(4, '0')
  return hex
}

/** Content that shows lines in black; the fonts R and B take UTF-16 units as codes (see embedTypeface). */
export const showLines = (lines: Line[]): string =>
  lines.length === 0
    ? ''
    : `BT 0 g\n${lines
        .map(({ text, x, y, size, bold }) => {
          const font = `/${bold ? 'B' : 'R'} ${number(size)} Tf`
          return `${font} 1 0 0 1 ${number(x)} ${number(y)} Tm <${hexOf(text)}> Tj`
        })
        .join('\n')}\nET`
