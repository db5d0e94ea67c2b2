import { closePage, printedPage, withDocument } from '../../src/workers/pdfium.ts'
import { PAGES, textPlaces } from './material/places.ts'
import type { Response } from './material/responses.ts'

const squeeze = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, '')

/** A response that should stand in a file, from a page on that counts from 0. */
export type Look = { response: Response; first: number }

const standing = (pages: string[], { texts }: Response): number =>
  textPlaces.filter(({ name, area }) => pages[area.page - 1]?.includes(squeeze(texts[name] ?? ''))).length

/** How many text answers of some responses stand whole in the rendered text of their pages, as PDFium prints them. */
export const allOnPaper = (bytes: Uint8Array, looks: Look[]): Promise<number> =>
  withDocument(bytes, (document) => {
    const printed = (index: number): string => {
      const page = printedPage(document, index)
      const text = squeeze(page.getText())
      closePage(page)
      return text
    }
    return looks.reduce((sum, { response, first }) => {
      const pages = Array.from({ length: PAGES }, (_, page) => printed(first + page))
      return sum + standing(pages, response)
    }, 0)
  })

/** How many of the 24 text answers of one response stand whole on its form. */
export const onPaper = (bytes: Uint8Array, response: Response): Promise<number> =>
  allOnPaper(bytes, [{ response, first: 0 }])
