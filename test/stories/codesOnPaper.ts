import { createRequire } from 'node:module'
import * as mupdf from 'mupdf'
import type { Page } from 'playwright-core'

type Code = { data: string; location: { topLeftCorner: { x: number; y: number } } }

// The package's types say that it is a module; Node takes it for what it is.
const jsQr: (pixels: Uint8ClampedArray, width: number, height: number) => Code | null = createRequire(import.meta.url)(
  'jsqr',
)

/** Pages of paper as grey pixels. */
export const printed = async (page: Page) => {
  const paper = mupdf.Document.openDocument(await page.pdf({ preferCSSPageSize: true }), 'application/pdf')
  return Array.from({ length: paper.countPages() }, (_, at) => {
    const picture = paper.loadPage(at).toPixmap(mupdf.Matrix.scale(2, 2), mupdf.ColorSpace.DeviceGray, false, true)
    return { width: picture.getWidth(), height: picture.getHeight(), grey: picture.getPixels() }
  })
}

type Picture = Awaited<ReturnType<typeof printed>>[number]

/** The code in a part of a picture, given in shares of its sides. */
export const codeIn = ({ width, height, grey }: Picture, [left, top, right, bottom]: number[]): string | undefined => {
  const [x0, y0, x1, y1] = [left! * width, top! * height, right! * width, bottom! * height].map(Math.floor)
  const [w, h] = [x1! - x0!, y1! - y0!]
  const pixels = new Uint8ClampedArray(w * h * 4)
  for (let at = 0; at < w * h; at += 1) {
    const value = grey[(y0! + Math.floor(at / w)) * width + x0! + (at % w)]!
    pixels.set([value, value, value, 255], at * 4)
  }
  return jsQr(pixels, w, h)?.data
}
