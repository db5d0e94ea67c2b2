import { PDFArray, PDFDict, PDFName, PDFNumber } from 'pdf-lib'
import type { Surface } from '../boxes/writingPlace.ts'
import { number } from './textOperators.ts'

const COLOURS: Record<number, [fill: string, stroke: string]> = { 1: ['g', 'G'], 3: ['rg', 'RG'], 4: ['k', 'K'] }

const numbersIn = (look: PDFDict | undefined, key: string): number[] => {
  const parts = look?.lookup(PDFName.of(key))
  const found = parts instanceof PDFArray ? parts.asArray().map((_, at) => parts.lookup(at)) : []
  return found.flatMap((part) => (part instanceof PDFNumber ? [part.asNumber()] : []))
}

const colour = (parts: number[], which: 0 | 1): string => {
  const operator = COLOURS[parts.length]?.[which]
  return operator ? `${parts.join(' ')} ${operator}` : ''
}

/** How light a colour is, from 0 for black to 1: the shares that an eye gives red, green and blue (Rec. 601). */
const lightness = (parts: number[]): number => {
  const [a = 1, b = a, c = a, key = 0] = parts
  const light = 0.299 * a + 0.587 * b + 0.114 * c
  return parts.length === 4 ? 1 - Math.min(1, light + key) : light
}

/** The ground of a widget, but for one too dark to read black words on. */
const groundOf = (parts: number[]): string => (lightness(parts) < 0.5 ? '' : colour(parts, 0))

/** Lines between the cells of a comb (ISO 32000-1, table 228), in the colour of its edge. */
const combLines = (cells: number, width: number, height: number): string =>
  Array.from({ length: Math.max(0, cells - 1) }, (_, index) => {
    const x = number(((index + 1) * width) / cells)
    return `${x} 0 m ${x} ${number(height)} l S`
  }).join(' ')

/** The ground, the edge and the cells that the widget itself asks for (ISO 32000-1, 12.5.6.19: BG, BC); nothing for an area. */
export const frameOf = ({ widget, width, height }: Surface, cells = 0): string => {
  if (!widget) return ''
  const found = widget.dict.lookup(PDFName.of('MK'))
  const look = found instanceof PDFDict ? found : undefined
  const [ground, edge] = [groundOf(numbersIn(look, 'BG')), colour(numbersIn(look, 'BC'), 1)]
  const style = widget.dict.lookup(PDFName.of('BS'))
  const thickness = style instanceof PDFDict ? style.lookup(PDFName.of('W')) : undefined
  const line = thickness instanceof PDFNumber ? thickness.asNumber() : 1
  const inside = `${number(line / 2)} ${number(line / 2)} ${number(width - line)} ${number(height - line)} re S`
  return [
    ground && `q ${ground} 0 0 ${number(width)} ${number(height)} re f Q`,
    edge && line > 0 && `q ${edge} ${number(line)} w ${inside} ${combLines(cells, width, height)} Q`,
  ]
    .filter(Boolean)
    .join('\n')
}
