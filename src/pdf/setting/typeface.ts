import { readTrueType, type TrueType } from './trueType.ts'

/** A font cut to what a form carries. Advances are in thousandths of the size, by UTF-16 unit. */
export type Typeface = {
  name: string
  bytes: Uint8Array
  font: TrueType
  has: (unit: number) => boolean
  widthOf: (unit: number) => number
}

/** The typeface that a cut font is, ready to measure. */
export const typefaceOf = (name: string, cut: Uint8Array): Typeface => {
  const font = readTrueType(cut)
  const advances = new Uint16Array(0x10000)
  const known = new Uint8Array(0x10000)
  for (const [unit, glyph] of font.glyphs) {
    advances[unit] = Math.round((font.advanceOf(glyph) * 1000) / font.unitsPerEm)
    known[unit] = 1
  }
  return { name, bytes: cut, font, has: (unit) => known[unit] === 1, widthOf: (unit) => advances[unit] ?? 0 }
}

/** The width of a line in points. */
export const widthOfLine = ({ widthOf }: Typeface, line: string, size: number): number => {
  let width = 0
  for (let at = 0; at < line.length; at++) width += widthOf(line.charCodeAt(at))
  return (width * size) / 1000
}
