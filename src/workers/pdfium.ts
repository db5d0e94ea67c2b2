import { type PDFiumDocument, PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium'

let library: Promise<PDFiumLibrary> | undefined

/** Opens a PDF in PDFium for as long as `use` takes. Rejects when the bytes are no PDF. */
export const withDocument = async <T>(
  bytes: Uint8Array,
  use: (document: PDFiumDocument) => Promise<T> | T,
): Promise<T> => {
  library ??= PDFiumLibrary.init()
  try {
    const document = await (await library).loadDocument(bytes)
    try {
      return await use(document)
    } finally {
      document.destroy()
    }
  } catch (error) {
    // WebAssembly that broke off stays broken: the next document gets a fresh one.
    if (error instanceof WebAssembly.RuntimeError) library = undefined
    throw error
  }
}

const FLAT_PRINT = 1

/** Closes a page; as long as one is open PDFium keeps its whole document in memory. */
export const closePage = (page: PDFiumPage): void => page['module']._FPDF_ClosePage(page['pageIdx'])

/**
 * A page with its fields' appearances made part of it, as a printer gets it; drawing closes it, after reading close it.
 * PDFium's text reader leaves fields out, and its wrapper does not offer FPDFPage_Flatten, so the call goes underneath it.
 */
export const printedPage = (document: PDFiumDocument, index: number): PDFiumPage => {
  const page = document.getPage(index)
  page['module']._FPDFPage_Flatten(page['pageIdx'], FLAT_PRINT)
  closePage(page)
  return document.getPage(index)
}
