import { PDFArray, PDFDict, PDFName, PDFNumber } from 'pdf-lib'
import type { Surface } from '../boxes/writingPlace.ts'
import { number } from './textOperators.ts'

const COLOURS: Record<number, [fill: string, stroke: string]> = { 1: ['g', 'G'], 3: ['rg', 'RG'], 4: ['k', 'K'] }

const colour = (look: PDFDict | undefined, key: string, which: 0 | 1): string => {
  const parts = look?.lookup(PDFName.of(key))
  const operator = parts instanceof PDFArray ? COLOURS[parts.size()]?.[which] : undefined
  return parts instanceof PDFArray && operator ? `${parts.asArray().join(' ')} ${operator}` : ''
}

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
  const [ground, edge] = [colour(look, 'BG', 0), colour(look, 'BC', 1)]
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
