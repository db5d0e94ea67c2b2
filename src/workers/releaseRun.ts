import type { PDFiumDocument } from '@hyzyla/pdfium'
import type { Expected } from '../pdf/seeing/expected.ts'
import { type Mismatch, readBack, type SeenPage } from '../pdf/seeing/readBack.ts'
import { blankPages } from './blankPages.ts'
import { lettersOn } from './pageLetters.ts'
import { closePage, printedPage, withDocument } from './pdfium.ts'
import { type BlankPage, seePage } from './seenPage.ts'

/** One response in a print run: what must be seen of it, and how many pages of the run stand before its own. */
export type RunPart = { before: number; expected: Expected }

/** Responses of a print run to look at; `blank` is the form that they were filled into. */
export type RunTask = { run: Uint8Array; blank: Uint8Array; parts: RunPart[] }

const look = (document: PDFiumDocument, index: number, blank: BlankPage | undefined): SeenPage => {
  const page = printedPage(document, index)
  const seen = seePage(page, lettersOn(page), blank)
  closePage(page)
  return seen
}

const pagesOf = ({ lines, ticks }: Expected): number[] => [...new Set([...lines, ...ticks].map(({ page }) => page))]

const missingIn = (
  document: PDFiumDocument,
  { before, expected }: RunPart,
  blanks: Map<number, BlankPage>,
): Mismatch[] => {
  const seen: SeenPage[] = []
  for (const page of pagesOf(expected)) {
    const index = before + page - 1
    if (index < document.getPageCount()) seen[page - 1] = look(document, index, blanks.get(page))
  }
  return readBack(expected, seen)
}

/** Opens a print run in PDFium and holds every line and every tick of some of its responses against its rendered pages. */
export const releaseRun = async ({ run, blank, parts }: RunTask): Promise<Mismatch[][]> => {
  // A thread reads one run.
  const blanks = await blankPages('run', blank, [...new Set(parts.flatMap(({ expected }) => pagesOf(expected)))])
  return withDocument(run, (document) => parts.map((part) => missingIn(document, part, blanks)))
}
