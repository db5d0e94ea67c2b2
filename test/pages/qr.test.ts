import { createRequire } from 'node:module'
import * as mupdf from 'mupdf'
import { PDFDocument, rgb } from 'pdf-lib'
import { qrOf } from '../../src/pages/qr.ts'

// The package's types say that it is a module; Node takes it for what it is.
const jsQr: (pixels: Uint8ClampedArray, width: number, height: number) => { data: string } | null = createRequire(
  import.meta.url,
)('jsqr')

const MODULE_PT = 4

/** The code's path drawn on paper, rendered there, and the picture read by another program. */
const readFrom = async (text: string): Promise<string | undefined> => {
  const { size, path } = qrOf(text)
  const paper = await PDFDocument.create()
  const side = size * MODULE_PT
  paper.addPage([side, side]).drawSvgPath(path, { x: 0, y: side, scale: MODULE_PT, color: rgb(0, 0, 0) })
  const page = mupdf.Document.openDocument(await paper.save(), 'application/pdf').loadPage(0)
  const picture = page.toPixmap(mupdf.Matrix.identity, mupdf.ColorSpace.DeviceGray, false, true)
  const pixels = Uint8ClampedArray.from([...picture.getPixels()].flatMap((grey) => [grey, grey, grey, 255]))
  return jsQr(pixels, picture.getWidth(), picture.getHeight())?.data
}

test.each([
  'https://respond.example.org/stall/pair/AAAAAAAAAAAAAAAAAAAAAA',
  'http://127.0.0.1:3000/r/zz-_zz9zz0zzzzzzzzzzzz',
  `https://${'a-long-name.'.repeat(12)}example.org/`,
])('what is drawn reads as %s', async (address) => expect(await readFrom(address)).toBe(address))

test('nothing dark stands in the quiet zone', () => {
  const { size, path } = qrOf('https://respond.example.org/')
  const runs = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, width]) => [Number(x), Number(y), Number(width)])
  expect(Math.min(...runs.flatMap(([x, y]) => [x!, y!]))).toBe(4)
  expect(Math.max(...runs.flatMap(([x, y, width]) => [x! + width!, y! + 1]))).toBe(size - 4)
})
