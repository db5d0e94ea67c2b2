import { ParseSpeeds, PDFDict, PDFDocument } from 'pdf-lib'
import { nameParts } from './pageTree.ts'

/** Opens a PDF, decrypted where it asks for no password; dates and names in it stay. Rejects what is no PDF, or has no page. */
export const openForm = async (bytes: Uint8Array): Promise<PDFDocument> => {
  const document = await PDFDocument.load(bytes, {
    password: '',
    updateMetadata: false,
    preserveXFA: true,
    parseSpeed: ParseSpeeds.Fastest,
    warnOnInvalidObjects: false,
  })
  if (!(document.catalog instanceof PDFDict)) throw new Error('This is not a PDF that can be read')
  nameParts(document)
  if (document.getPageCount() === 0) throw new Error('This PDF has no page that can be read')
  return document
}
