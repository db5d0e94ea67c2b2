import {
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFInvalidObject,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFStream,
} from 'pdf-lib'
import { openForm } from './openForm.ts'
import { sha256 } from './sha256.ts'
import { sliceOf } from './xrefSection.ts'

const INDEXES = [PDFName.of('XRef'), PDFName.of('ObjStm')]

/** What could not be read is copied as it is, for another reader may; but not while it is locked, nor a part of the old index. */
const isUseless = (object: PDFInvalidObject, { isDecrypted }: PDFContext): boolean => {
  const bytes = new Uint8Array(object.sizeInBytes())
  object.copyBytesInto(bytes, 0)
  return isDecrypted || /\/Type\s*\/(XRef|ObjStm)/.test(sliceOf(bytes, 0, bytes.length))
}

/** What belongs to the file as it was: its index, its packed objects, and the lock that is open now. */
const isOfOldFile = (object: PDFObject, context: PDFContext): boolean => {
  if (object instanceof PDFInvalidObject) return isUseless(object, context)
  const dict = object instanceof PDFStream ? object.dict : object
  if (!(dict instanceof PDFDict)) return false
  const isLock = dict.get(PDFName.of('Filter')) === PDFName.of('Standard') && dict.has(PDFName.of('O'))
  return isLock || INDEXES.some((type) => dict.get(PDFName.of('Type')) === type)
}

/** No bytes at all are not what any filter makes of nothing: an encrypted file may say so, as it has its padding. */
const unfilterEmpty = (object: PDFObject): void => {
  if (!(object instanceof PDFRawStream) || object.contents.length > 0) return
  for (const key of ['Filter', 'DecodeParms']) object.dict.delete(PDFName.of(key))
}

const dropOldFile = (context: PDFContext): void => {
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (isOfOldFile(object, context)) context.delete(ref)
    else unfilterEmpty(object)
  }
  const left = context.enumerateIndirectObjects().map(([{ objectNumber }]) => objectNumber)
  context.largestObjectNumber = left.reduce((most, number) => Math.max(most, number), 0)
}

/** Writes a PDF anew, decrypted, with a classic cross-reference table; the same bytes each time. */
export const resave = async (official: Uint8Array): Promise<Uint8Array> => {
  const document = await openForm(official)
  const { context } = document
  const id = PDFHexString.of((await sha256(official)).slice(0, 32))
  context.trailerInfo.ID = context.obj([id, id])
  dropOldFile(context)
  return document.save({ useObjectStreams: false, updateFieldAppearances: false, addDefaultPage: false, rewrite: true })
}
