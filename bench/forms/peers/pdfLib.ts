import type { PDFDocument, PDFFont } from 'pdf-lib-1'
import { embeddedFont } from './embeddedFont.ts'
import { pdfLibFields } from './pdfLibFields.ts'
import { pdfLibPages } from './pdfLibPages.ts'
import type { Prepare } from './peer.ts'

/** A module of pdf-lib's interface; `fontkit` goes with it, `save` is its fastest way to bytes. */
export type PdfLib = {
  module: typeof import('pdf-lib-1')
  fontkit: Parameters<PDFDocument['registerFontkit']>[0]
  save(document: PDFDocument): Promise<Uint8Array>
}

/** A form opened once, with its font embedded once. */
export type OpenPdf = { document: PDFDocument; font: PDFFont; lib: PdfLib }

/** pdf-lib or a fork of it, at its best: opened once, one embedded font, each appearance made once a fill. */
export const pdfLibPeer =
  (lib: PdfLib): Prepare =>
  async ({ kind, bytes }) => {
    const document = await lib.module.PDFDocument.load(bytes, { updateMetadata: false })
    document.registerFontkit(lib.fontkit)
    const font = await document.embedFont(await embeddedFont())
    await document.flush()
    const open = { document, font, lib }
    return kind === 'fillable' ? pdfLibFields(open) : pdfLibPages(open)
  }
