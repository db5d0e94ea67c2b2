import { readFile } from 'node:fs/promises'
import { PDFDocument } from 'pdf-lib-1'
import { filledFile } from './filledFiles.ts'
import type { Printer } from './printers.ts'

/** pdf-lib as its documentation merges files: each is opened and its pages are copied. */
export const pdfLibCopyPages: Printer =
  async ({ filled, responses }) =>
  async () => {
    const all = await PDFDocument.create()
    for (const n of responses.keys()) {
      const one = await PDFDocument.load(await readFile(filledFile(filled, n)), { updateMetadata: false })
      for (const page of await all.copyPages(one, one.getPageIndices())) all.addPage(page)
    }
    return all.save({ useObjectStreams: false, objectsPerTick: Number.POSITIVE_INFINITY })
  }
