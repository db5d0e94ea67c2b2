import { PDFDocument } from 'pdf-lib'

/** What a stand-in's metadata say of who made it; a form that was filled or edited since has another producer. */
export const ORIGIN = { Producer: 'pdfkit, pdf-lib', Creator: 'draw-stand-in' }

/** Whether a PDF is a stand-in as it was drawn; false for every other file, whatever it is. */
export const isDrawnByUs = async (form: Uint8Array): Promise<boolean> => {
  const document = await PDFDocument.load(form, { updateMetadata: false }).catch(() => null)
  return document?.getCreator() === ORIGIN.Creator && document.getProducer() === ORIGIN.Producer
}
