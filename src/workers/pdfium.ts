import { type PDFiumDocument, PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium'

let library: Promise<PDFiumLibrary> | undefined

/** Opens a PDF in PDFium for as long as `use` takes. Rejects when the bytes are no PDF. */
export const withDocument = async <T>(
  bytes: Uint8Array,
  use: (document: PDFiumDocument) => Promise<T> | T,
): Promise<T> => {
  library ??= PDFiumLibrary.init()
  const document = await (await library).loadDocument(bytes)
  try {
    return await use(document)
  } finally {
    document.destroy()
  }
}

const FLAT_PRINT = 1

/**
 * A page with its fields' appearances made part of it, as a printer gets it.
 * PDFium's text reader leaves fields out, and its wrapper does not offer FPDFPage_Flatten, so the call goes underneath it.
 */
export const printedPage = (document: PDFiumDocument, index: number): PDFiumPage => {
  const page = document.getPage(index)
  page['module']._FPDFPage_Flatten(page['pageIdx'], FLAT_PRINT)
  return document.getPage(index)
}
