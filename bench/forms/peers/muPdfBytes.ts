import type * as mupdf from 'mupdf'

/** A document saved incrementally, copied out of WebAssembly's memory, which the next call may move. */
export const appendedBytes = (document: mupdf.PDFDocument): Uint8Array => {
  const buffer = document.saveToBuffer('incremental')
  const bytes = buffer.asUint8Array().slice()
  buffer.destroy()
  return bytes
}
