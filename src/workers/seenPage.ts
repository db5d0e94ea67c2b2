import type { PDFiumPage } from '@hyzyla/pdfium'
import type { Rect } from '../pdf/placing/placement.ts'
import type { SeenPage } from '../pdf/seeing/readBack.ts'
import type { PageLetters, PlacedLetter } from './pageLetters.ts'

/** A page drawn in grey at 72 dots an inch, and where a point of the page lies on it. */
type Drawn = {
  width: number
  height: number
  grey: Uint8Array
  toDots: (x: number, y: number) => [number, number]
}

const GREY = 1 // FPDFBitmap_Gray
const WHITE = 0xffffffff

/** Draws an open page as it is printed. */
const drawSmall = (page: PDFiumPage): Drawn => {
  const { module, pageIdx } = { module: page['module'], pageIdx: page['pageIdx'] }
  const width = Math.max(1, Math.round(module._FPDF_GetPageWidth(pageIdx)))
  const height = Math.max(1, Math.round(module._FPDF_GetPageHeight(pageIdx)))
  const bytes = width * height
  const room = module.wasmExports.malloc(bytes)
  const bitmap = module._FPDFBitmap_CreateEx(width, height, GREY, room, width)
  module._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE)
  module._FPDF_RenderPageBitmap(bitmap, pageIdx, 0, 0, width, height, 0, 0)
  const grey = module.HEAPU8.slice(room, room + bytes)
  module._FPDFBitmap_Destroy(bitmap)
  module.wasmExports.free(room)
  return { width, height, grey, toDots: dotsOf(page, width, height) }
}

/** PDFium's own way from a page to its picture, asked for three points: the rest is a matrix. */
const dotsOf = (page: PDFiumPage, width: number, height: number): Drawn['toDots'] => {
  const { module, pageIdx } = { module: page['module'], pageIdx: page['pageIdx'] }
  const room = module.wasmExports.malloc(8)
  const FAR = 1000
  const ask = (x: number, y: number): [number, number] => {
    module._FPDF_PageToDevice(pageIdx, 0, 0, width, height, 0, x, y, room, room + 4)
    return [module.HEAP32[room >> 2] ?? 0, module.HEAP32[(room >> 2) + 1] ?? 0]
  }
  const [origin, across, up] = [ask(0, 0), ask(FAR, 0), ask(0, FAR)]
  module.wasmExports.free(room)
  return (x, y) => [
    origin[0] + ((across[0] - origin[0]) * x + (up[0] - origin[0]) * y) / FAR,
    origin[1] + ((across[1] - origin[1]) * x + (up[1] - origin[1]) * y) / FAR,
  ]
}

const SEEN = 24 // of 255: what an eye tells apart

/** The dots of a drawing that a rectangle of the page (points, its own) touches, by their places in it. */
const dotsIn = ({ toDots, width, height }: Drawn, rect: Rect): number[] => {
  const corners = [toDots(rect.x, rect.y), toDots(rect.x + rect.width, rect.y + rect.height)]
  const [xs, ys] = [corners.map(([across]) => across), corners.map(([, down]) => down)]
  const [left, right] = [Math.max(0, Math.floor(Math.min(...xs))), Math.min(width, Math.ceil(Math.max(...xs)))]
  const [top, foot] = [Math.max(0, Math.floor(Math.min(...ys))), Math.min(height, Math.ceil(Math.max(...ys)))]
  const dots: number[] = []
  for (let row = top; row < foot; row++) for (let x = left; x < right; x++) dots.push(row * width + x)
  return dots
}

const commonest = (greys: number[]): number => {
  const counts = new Uint16Array(256)
  let most = 0
  for (const grey of greys) {
    const count = (counts[grey] ?? 0) + 1
    counts[grey] = count
    if (count > (counts[most] ?? 0)) most = grey
  }
  return most
}

/** A blank page: where its letters stand, and how it is drawn. */
export type BlankPage = { printed: Set<string>; drawn: Drawn }

const nameOf = ({ says, x, y }: PlacedLetter): string => `${says} ${x.toFixed(1)} ${y.toFixed(1)}`

/** Looks at an open page of a blank form, with the letters that were read on it. */
export const seeBlank = (page: PDFiumPage, { letters }: PageLetters): BlankPage => ({
  printed: new Set(letters.map(nameOf)),
  drawn: drawSmall(page),
})

/** Looks at an open page, with its letters, beside the blank one or white paper. */
export const seePage = (page: PDFiumPage, { letters }: PageLetters, blank: BlankPage | undefined): SeenPage => {
  const drawn = drawSmall(page)
  const greyAt = (dot: number) => drawn.grey[dot] ?? 255
  const changed = (dot: number) => Math.abs(greyAt(dot) - (blank?.drawn.grey[dot] ?? 255)) > SEEN
  return {
    letters: letters.map((letter) => ({ ...letter, printed: blank?.printed.has(nameOf(letter)) ?? false })),
    changed: (rect) => dotsIn(drawn, rect).filter(changed).length,
    ink: (rect, printed) => {
      const dots = dotsIn(drawn, rect)
      const ground = commonest(dots.map(greyAt))
      return dots.filter((dot) => (printed || changed(dot)) && Math.abs(greyAt(dot) - ground) > SEEN).length
    },
  }
}
