import { ParseSpeeds, PDFDocument } from 'pdf-lib'

/** Opens a PDF, decrypted where it asks for no password; dates and names in it stay. Rejects what is no PDF. */
export const openForm = (bytes: Uint8Array): Promise<PDFDocument> =>
  PDFDocument.load(bytes, {
    password: '',
    updateMetadata: false,
    parseSpeed: ParseSpeeds.Fastest,
    warnOnInvalidObjects: false,
  })
