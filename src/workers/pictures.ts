import { encode } from 'fast-png'
import { printedPage, withDocument } from './pdfium.ts'

type PictureTask = { bytes: Uint8Array; page: number; widthPx: number }

export { release } from './release.ts'

/** One page (counted from 1) as a PNG, `widthPx` pixels wide. */
export const picture = ({ bytes, page, widthPx }: PictureTask): Promise<Uint8Array> =>
  withDocument(bytes, async (document) => {
    const shown = printedPage(document, page - 1)
    const scale = widthPx / shown.getOriginalSize().originalWidth
    const { width, height, data } = await shown.render({ scale, render: 'bitmap' })
    return encode({ width, height, data, channels: 4 })
  })
