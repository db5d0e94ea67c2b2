import type { PDFiumDocument } from '@hyzyla/pdfium'
import type { Expected } from '../pdf/seeing/expected.ts'
import { readBack } from '../pdf/seeing/readBack.ts'
import type { PrintedPage, Released } from '../pdf/seeing/released.ts'
import { blankPages } from './blankPages.ts'
import { lettersOn } from './pageLetters.ts'
import { closePage, printedPage, withDocument } from './pdfium.ts'
import { type BlankPage, seePage } from './seenPage.ts'

/** A filled form to look at: `head` is the blank form, known by the name `form`, and `tail` what was filled in. */
export type ReleaseTask = { head: Uint8Array; tail: Uint8Array; form: string; expected: Expected }

const look = (document: PDFiumDocument, index: number, asked: boolean, blank: BlankPage | undefined) => {
  const page = printedPage(document, index)
  const { originalWidth: width, originalHeight: height } = page.getOriginalSize()
  const letters = lettersOn(page)
  const shown: PrintedPage = { text: letters.text, width, height }
  const seen = asked ? seePage(page, letters, blank) : undefined
  closePage(page)
  return { shown, seen }
}

/** Opens a filled form in PDFium and holds every line and every tick against its rendered pages. */
export const release = async ({ head, tail, form, expected }: ReleaseTask): Promise<Released> => {
  const bytes = new Uint8Array(head.length + tail.length)
  bytes.set(head)
  bytes.set(tail, head.length)
  const asked = new Set([...expected.lines, ...expected.ticks].map(({ page }) => page))
  const blanks = await blankPages(form, head, [...asked])
  return withDocument(bytes, (document) => {
    const pages = Array.from({ length: document.getPageCount() }, (_, index) =>
      look(document, index, asked.has(index + 1), blanks.get(index + 1)),
    )
    return {
      pages: pages.map(({ shown }) => shown),
      missing: readBack(
        expected,
        pages.map(({ seen }) => seen),
      ),
    }
  })
}
