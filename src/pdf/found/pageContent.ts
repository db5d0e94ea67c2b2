import { decodePDFRawStream, PDFArray, PDFName, type PDFPage, PDFRawStream, PDFRef, PDFStream } from 'pdf-lib'

const latin1 = new TextDecoder('latin1')

/** The streams that a page's content is made of. */
export const partsOf = (page: PDFPage): PDFRef[] => {
  const own = page.node.get(PDFName.of('Contents'))
  const contents = page.node.lookup(PDFName.of('Contents'))
  const parts = contents instanceof PDFArray ? contents.asArray() : [own]
  return parts.filter(
    (part) => part instanceof PDFRef && page.node.context.lookup(part) instanceof PDFStream,
  ) as PDFRef[]
}

/** A page's content, decoded, a byte a character; null where a part of it is in a filter that nobody here reads. */
export const contentOf = (page: PDFPage): string | null => {
  try {
    return partsOf(page)
      .map((part) => page.node.context.lookup(part))
      .map((stream) => (stream instanceof PDFRawStream ? latin1.decode(decodePDFRawStream(stream).decode()) : ''))
      .join('\n')
  } catch {
    return null
  }
}
