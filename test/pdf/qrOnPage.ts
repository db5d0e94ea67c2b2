import { createRequire } from 'node:module'
import { drawPage } from './paper.ts'

// The package's types say that it is a module; Node takes it for what it is.
const jsQr: (pixels: Uint8ClampedArray, width: number, height: number) => { data: string } | null = createRequire(
  import.meta.url,
)('jsqr')

/** What a QR code on a page says, as a phone would read it from poppler's picture; null where none is found. */
export const qrOnPage = async (bytes: Uint8Array, page: number): Promise<string | null> => {
  const { width, height, grey } = await drawPage(bytes, page, 110)
  const pixels = new Uint8ClampedArray(4 * width * height)
  for (const [at, level] of grey.entries()) pixels.set([level, level, level, 255], 4 * at)
  return jsQr(pixels, width, height)?.data ?? null
}
