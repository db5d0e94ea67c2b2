import { PDFDocument } from 'pdf-lib'

/** What a stand-in's metadata say of who made it; a form that was edited since has another producer. */
export const ORIGIN = { Producer: 'pdfkit, pdf-lib', Creator: 'draw-stand-in' }

// Whoever fills a form here appends to it and leaves the rest as it was, its metadata too.
const wasAppendedTo = (form: Uint8Array): boolean =>
  Buffer.from(form.buffer, form.byteOffset, form.byteLength).toString('latin1').split('startxref').length > 2

/** Whether a PDF is a stand-in as it was drawn; false for every other file, whatever it is. */
export const isDrawnByUs = async (form: Uint8Array): Promise<boolean> => {
  if (wasAppendedTo(form)) return false
  const document = await PDFDocument.load(form, { updateMetadata: false }).catch(() => null)
  return document?.getCreator() === ORIGIN.Creator && document.getProducer() === ORIGIN.Producer
}
