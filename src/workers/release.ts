import type { PDFiumDocument } from '@hyzyla/pdfium'
import { LRUCache } from 'lru-cache'
import type { Expected } from '../pdf/expected.ts'
import { readBack } from '../pdf/readBack.ts'
import type { PrintedPage, Released } from '../pdf/released.ts'
import { closePage, printedPage, withDocument } from './pdfium.ts'
import { type BlankPage, seeBlank, seePage } from './seenPage.ts'

/** A filled form to look at: `head` is the blank form, known by the name `form`, and `tail` what was filled in. */
export type ReleaseTask = { head: Uint8Array; tail: Uint8Array; form: string; expected: Expected }

// A dozen forms' blank pages of half a megabyte each: a form has few, and a server one form.
const blanks = new LRUCache<string, BlankPage>({
  maxSize: 48 * 1024 * 1024,
  // A letter's name takes some 60 bytes.
  sizeCalculation: ({ drawn, printed }) => drawn.grey.length + 60 * printed.size,
})

const drawBlank = async ({ head, form }: ReleaseTask, pages: number[]): Promise<void> => {
  const wanted = pages.filter((page) => !blanks.has(`${form} ${page}`))
  if (wanted.length === 0) return
  await withDocument(head, (document) => {
    for (const page of wanted) {
      if (page > document.getPageCount()) continue
      const shown = printedPage(document, page - 1)
      blanks.set(`${form} ${page}`, seeBlank(shown))
      closePage(shown)
    }
  })
}

const look = (document: PDFiumDocument, index: number, asked: boolean, form: string) => {
  const page = printedPage(document, index)
  const { originalWidth: width, originalHeight: height } = page.getOriginalSize()
  const shown: PrintedPage = { text: page.getText(), width, height }
  const seen = asked ? seePage(page, blanks.get(`${form} ${index + 1}`)) : undefined
  closePage(page)
  return { shown, seen }
}

/** Opens a filled form in PDFium and holds every line and every tick against its rendered pages. */
export const release = async (task: ReleaseTask): Promise<Released> => {
  const { head, tail, form, expected } = task
  const bytes = new Uint8Array(head.length + tail.length)
  bytes.set(head)
  bytes.set(tail, head.length)
  const asked = new Set([...expected.lines, ...expected.ticks].map(({ page }) => page))
  await drawBlank(task, [...asked])
  return withDocument(bytes, (document) => {
    const pages = Array.from({ length: document.getPageCount() }, (_, index) =>
      look(document, index, asked.has(index + 1), form),
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
