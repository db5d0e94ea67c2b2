import { PDFArray, type PDFDocument, PDFName, PDFNumber, type PDFPage } from 'pdf-lib'
import type { ShownPage } from '../boxes/surface.ts'

// What poppler, PDFium and MuPDF take a page for that does not say how large it is.
const LETTER = [0, 0, 612, 792]

const sidesOf = (box: unknown): number[] | null => {
  if (!(box instanceof PDFArray) || box.size() !== 4) return null
  const [x1, y1, x2, y2] = [0, 1, 2, 3].map((index) => {
    const side = box.lookup(index)
    return side instanceof PDFNumber ? side.asNumber() : Number.NaN
  }) as [number, number, number, number]
  const sides = [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)]
  return sides.every(Number.isFinite) && sides[2]! > sides[0]! && sides[3]! > sides[1]! ? sides : null
}

/** Read without the library's own functions, which throw where a box is missing, or something else. */
const inherited = ({ node }: PDFPage, name: string): unknown =>
  node.context.lookup(node.getInheritableAttribute(PDFName.of(name)))

const rotationOf = (page: PDFPage): number => {
  const degrees = inherited(page, 'Rotate')
  return degrees instanceof PDFNumber && Number.isFinite(degrees.asNumber()) ? degrees.asNumber() : 0
}

const shown = (page: PDFPage): ShownPage => {
  const media = sidesOf(inherited(page, 'MediaBox')) ?? LETTER
  const crop = sidesOf(inherited(page, 'CropBox')) ?? media
  const [left, low, right, high] = crop.map((side, at) =>
    at < 2 ? Math.max(side, media[at] ?? side) : Math.min(side, media[at] ?? side),
  ) as [number, number, number, number]
  const seen = right > left && high > low ? [left, low, right, high] : media
  const turn = (((Math.round(rotationOf(page) / 90) * 90) % 360) + 360) % 360
  return { left: seen[0]!, low: seen[1]!, right: seen[2]!, high: seen[3]!, turn: turn as ShownPage['turn'] }
}

/** Every page of a document as readers show it: its crop box within its media box (ISO 32000-1, 14.11.2), and its turn. */
export const shownPages = (document: PDFDocument): ShownPage[] => document.getPages().map(shown)
