import { PDFArray, PDFHexString, PDFName, PDFString } from 'pdf-lib'
import { resave } from './resave.ts'
import { sha256 } from './sha256.ts'
import { type Index, readIndex } from './xref.ts'
import { Damaged, sliceOf } from './xrefSection.ts'

/** The bytes that fills are appended to: the body's own (`original`), or one full save of them and the reason for it. */
export type Imported = { bytes: Uint8Array; index: Index; base: 'original' | 'resaved'; because: string | null }

/** 32 hexadecimal digits that name a file: the first half of its identifier, or else of its hash. */
export const identify = async (bytes: Uint8Array, index: Index): Promise<string> => {
  const ids = index.trailer.lookup(PDFName.of('ID'))
  const first = ids instanceof PDFArray ? ids.get(0) : undefined
  if (!(first instanceof PDFHexString || first instanceof PDFString)) return (await sha256(bytes)).slice(0, 32)
  return Array.from(first.asBytes(), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

const readOriginal = (official: Uint8Array): Index => {
  if (!sliceOf(official, 0, 5).startsWith('%PDF-')) throw new Damaged('something stands before its first line')
  const index = readIndex(official)
  if (index.trailer.has(PDFName.of('Encrypt'))) throw new Damaged('it is encrypted')
  return index
}

/** Takes a form as found: untouched where it can be added to, else saved anew. Rejects what is no PDF (see openForm). */
export const importForm = async (official: Uint8Array): Promise<Imported> => {
  try {
    return { bytes: official, index: readOriginal(official), base: 'original', because: null }
  } catch (error) {
    if (!(error instanceof Damaged)) throw error
    const bytes = await resave(official)
    return { bytes, index: readIndex(bytes), base: 'resaved', because: error.message }
  }
}
