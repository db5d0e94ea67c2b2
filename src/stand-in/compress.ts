import { type PDFDocument, PDFName, PDFRawStream } from 'pdf-lib'

const LEFT_PLAIN = PDFName.of('Metadata')

/**
 * Deflates every stream that is not yet. The library's own deflate, in JavaScript, gives the same bytes on each machine;
 * zlib's differ with its build and the processor.
 */
export const compress = ({ context }: PDFDocument): void => {
  for (const [reference, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream)) continue
    const { dict, contents } = object
    if (dict.has(PDFName.of('Filter')) || dict.get(PDFName.of('Type')) === LEFT_PLAIN) continue
    const deflated = context.flateStream(contents)
    for (const [key, value] of dict.entries()) if (key !== PDFName.of('Length')) deflated.dict.set(key, value)
    context.assign(reference, deflated)
  }
}
