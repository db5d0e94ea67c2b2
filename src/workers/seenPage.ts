import type { PDFiumPage } from '@hyzyla/pdfium'
import type { Rect } from '../pdf/placement.ts'
import type { Letter } from '../pdf/readBack.ts'

/** A page drawn in grey at 72 dots an inch, and where a point of the page lies on it. */
export type Drawn = {
  width: number
  height: number
  grey: Uint8Array
  toDots: (x: number, y: number) => [number, number]
}

const NO_CHARACTER = 0

/** Every letter of an open page as PDFium reads it, with the point where its baseline begins. */
export const lettersOn = (page: PDFiumPage): Letter[] => {
  const { module, pageIdx } = { module: page['module'], pageIdx: page['pageIdx'] }
  const text = module._FPDFText_LoadPage(pageIdx)
  const room = module.wasmExports.malloc(16)
  const letters: Letter[] = []
  try {
    const count = module._FPDFText_CountChars(text)
    for (let index = 0; index < count; index++) {
      const point = module._FPDFText_GetUnicode(text, index)
      if (point === NO_CHARACTER || module._FPDFText_GetCharOrigin(text, index, room, room + 8) === 0) continue
      const at = room >> 3
      letters.push({ says: String.fromCodePoint(point), x: module.HEAPF64[at] ?? 0, y: module.HEAPF64[at + 1] ?? 0 })
    }
  } finally {
    module.wasmExports.free(room)
    module._FPDFText_ClosePage(text)
  }
  return letters
}

const GREY = 1 // FPDFBitmap_Gray
const WHITE = 0xffffffff

/** Draws an open page as it is printed. */
export const drawSmall = (page: PDFiumPage): Drawn => {
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

/** How many dots of a rectangle of the page (points, its own) differ between two drawings of it. */
export const changedDots = (one: Drawn, other: Drawn | null, { x, y, width, height }: Rect): number => {
  const corners = [one.toDots(x, y), one.toDots(x + width, y + height)]
  const [xs, ys] = [corners.map(([across]) => across), corners.map(([, down]) => down)]
  const [left, right] = [Math.max(0, Math.floor(Math.min(...xs))), Math.min(one.width, Math.ceil(Math.max(...xs)))]
  const [top, foot] = [Math.max(0, Math.floor(Math.min(...ys))), Math.min(one.height, Math.ceil(Math.max(...ys)))]
  let changed = 0
  for (let row = top; row < foot; row++) {
    for (let column = left; column < right; column++) {
      const at = row * one.width + column
      const before = other ? (other.grey[at] ?? 255) : 255
      if (Math.abs((one.grey[at] ?? 255) - before) > SEEN) changed++
    }
  }
  return changed
}
