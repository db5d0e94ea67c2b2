import { LRUCache } from 'lru-cache'
import { lettersOn } from './pageLetters.ts'
import { closePage, printedPage, withDocument } from './pdfium.ts'
import { type BlankPage, seeBlank } from './seenPage.ts'

// A hundred pages or so of half a megabyte each: a form has few, and a server one form.
const kept = new LRUCache<string, BlankPage>({
  maxSize: 48 * 1024 * 1024,
  // A letter's name takes some 60 bytes.
  sizeCalculation: ({ drawn, printed }) => drawn.grey.length + 60 * printed.size,
})

// Where filled forms go on, the blank one has no page: it need not be opened to see that again.
const lengths = new Map<string, number>()

/** What some pages (counted from 1) of a blank form look like, the form by a name of its own; none for pages that it does not have. */
export const blankPages = async (form: string, head: Uint8Array, pages: number[]): Promise<Map<number, BlankPage>> => {
  const blanks = new Map<number, BlankPage>()
  for (const page of pages) {
    const known = kept.get(`${form} ${page}`)
    if (known) blanks.set(page, known)
  }
  const wanted = pages.filter((page) => !blanks.has(page) && page <= (lengths.get(form) ?? Number.POSITIVE_INFINITY))
  if (wanted.length === 0) return blanks
  await withDocument(head, (document) => {
    lengths.set(form, document.getPageCount())
    for (const page of wanted.filter((one) => one <= document.getPageCount())) {
      const shown = printedPage(document, page - 1)
      const blank = seeBlank(shown, lettersOn(shown))
      closePage(shown)
      blanks.set(page, blank)
      kept.set(`${form} ${page}`, blank)
    }
  })
  return blanks
}
