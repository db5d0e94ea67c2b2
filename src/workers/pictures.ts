import { encode } from 'fast-png'
import { closePage, printedPage, withDocument } from './pdfium.ts'

type PictureTask = { bytes: Uint8Array; page: number; widthPx: number }
export type ShownPage = { text: string; width: number; height: number }

/** Each page of a PDF as it is printed: its text, and its size in points. */
export const read = ({ bytes }: { bytes: Uint8Array }): Promise<ShownPage[]> =>
  withDocument(bytes, (document) =>
    Array.from({ length: document.getPageCount() }, (_, index) => {
      const page = printedPage(document, index)
      const { originalWidth, originalHeight } = page.getOriginalSize()
      const shown = { text: page.getText(), width: originalWidth, height: originalHeight }
      closePage(page)
      return shown
    }),
  )

/** One page (counted from 1) as a PNG, `widthPx` pixels wide. */
export const picture = ({ bytes, page, widthPx }: PictureTask): Promise<Uint8Array> =>
  withDocument(bytes, async (document) => {
    const shown = printedPage(document, page - 1)
    const scale = widthPx / shown.getOriginalSize().originalWidth
    const { width, height, data } = await shown.render({ scale, render: 'bitmap' })
    return encode({ width, height, data, channels: 4 })
  })
