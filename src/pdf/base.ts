import {
  PDFArray,
  PDFBool,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFString,
} from 'pdf-lib'
import { sha256 } from './sha256.ts'

/** A whole PDF that filled-in objects are appended to, and what an appended part must know of it. */
export type Base = {
  bytes: Uint8Array
  document: PDFDocument
  startOfXref: number
  /** The first object number that is free. */
  next: number
  root: PDFRef
  info: PDFDict
  infoRef: PDFRef
  nextStructParent: number
  id: PDFHexString
  fonts: { regular: PDFRef; bold: PDFRef }
}

const PRODUCER = 'Consultation response generator'

/** The first 16 bytes of a SHA-256, as a file identifier that depends on content alone. */
export const fingerprint = async (bytes: Uint8Array): Promise<PDFHexString> =>
  PDFHexString.of((await sha256(bytes)).slice(0, 32))

const describe = (document: PDFDocument): { info: PDFDict; infoRef: PDFRef } => {
  const { context, catalog } = document
  if (!catalog.has(PDFName.of('Lang'))) catalog.set(PDFName.of('Lang'), PDFString.of('en-GB'))
  const preferences = catalog.lookup(PDFName.of('ViewerPreferences'))
  const shown = preferences instanceof PDFDict ? preferences : context.obj({})
  shown.set(PDFName.of('DisplayDocTitle'), PDFBool.True)
  catalog.set(PDFName.of('ViewerPreferences'), shown)
  const said = context.lookup(context.trailerInfo.Info)
  const info = said instanceof PDFDict ? said : context.obj({})
  info.set(PDFName.of('Producer'), PDFString.of(PRODUCER))
  info.delete(PDFName.of('ModDate'))
  const infoRef = context.getObjectRef(info) ?? context.register(info)
  context.trailerInfo.Info = infoRef
  return { info, infoRef }
}

/** The first key of the structure's parent tree that no page or annotation uses. */
const freeStructParent = ({ context }: PDFDocument): number => {
  const keys = context.enumerateIndirectObjects().flatMap(([, object]) => {
    const dict = object instanceof PDFDict ? object : undefined
    const key = dict?.get(PDFName.of('StructParents')) ?? dict?.get(PDFName.of('StructParent'))
    const following = dict?.get(PDFName.of('ParentTreeNextKey'))
    return [
      key instanceof PDFNumber ? key.asNumber() + 1 : 0,
      following instanceof PDFNumber ? following.asNumber() : 0,
    ]
  })
  return keys.reduce((most, key) => Math.max(most, key), 0)
}

/** Writes a document anew as a base with a classic cross-reference table, decrypted, the same bytes each time. */
export const saveBase = async (document: PDFDocument, official: Uint8Array, fonts: Base['fonts']): Promise<Base> => {
  const { context } = document
  const described = describe(document)
  const ids = context.lookup(context.trailerInfo.ID)
  const first = ids instanceof PDFArray ? ids.lookup(0) : undefined
  const id = first instanceof PDFHexString ? first : await fingerprint(official)
  context.trailerInfo.ID = context.obj([id, id])
  const options = { useObjectStreams: false, updateFieldAppearances: false, addDefaultPage: false, rewrite: true }
  const bytes = await document.save(options)
  const end = new TextDecoder('latin1').decode(bytes.subarray(-64))
  const startOfXref = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(end)?.[1])
  const root = context.trailerInfo.Root
  if (!startOfXref || !(root instanceof PDFRef)) throw new Error('The form could not be written anew')
  const next = context.largestObjectNumber + 1
  return {
    bytes,
    document,
    startOfXref,
    next,
    root,
    ...described,
    nextStructParent: freeStructParent(document),
    id,
    fonts,
  }
}
