import { type PDFContext, type PDFObject, type PDFRef, PDFStream } from 'pdf-lib'
import { ascii } from './ascii.ts'
import { type Piece, piece } from './section.ts'

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

const sourceOf = (object: PDFObject): string =>
  object instanceof PDFStream ? object.dict.toString() : object.toString()

const pieceOf = (ref: PDFRef, object: PDFObject): Piece => {
  const { objectNumber: number, generationNumber: generation } = ref
  const [open, close] = [`${number} ${generation} obj\n`, '\nendobj\n']
  if (!(object instanceof PDFStream)) return piece(number, ascii(object), generation)
  const source = new Uint8Array(open.length + object.sizeInBytes() + close.length)
  source.set(latin1(open))
  const end = open.length + object.copyBytesInto(source, open.length)
  source.set(latin1(close), end)
  return { number, generation, source: [source.subarray(0, end + close.length)] }
}

/** Remembers a document's objects; what comes back gives those that were changed or added since, as pieces. */
export const watchChanges = (context: PDFContext): (() => Piece[]) => {
  const before = new Map(
    context.enumerateIndirectObjects().map(([ref, object]) => [ref, { object, source: sourceOf(object) }]),
  )
  return () =>
    context.enumerateIndirectObjects().flatMap(([ref, object]) => {
      const known = before.get(ref)
      const same = known?.source === sourceOf(object) && (known.object === object || !(object instanceof PDFStream))
      return same ? [] : [pieceOf(ref, object)]
    })
}
