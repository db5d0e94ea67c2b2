import { PDFArray, PDFDict, PDFDocument, PDFName, PDFStream } from 'pdf-lib'

const name = PDFName.of
const PROGRAMS = ['FontFile', 'FontFile2', 'FontFile3'].map((key) => name(key))

const isEmbedded = (font: PDFDict): boolean => {
  const descendants = font.lookup(name('DescendantFonts'))
  const own = descendants instanceof PDFArray ? descendants.lookup(0, PDFDict) : font
  const descriptor = own.lookup(name('FontDescriptor'))
  return descriptor instanceof PDFDict && PROGRAMS.some((key) => descriptor.has(key))
}

/** The fonts that a field or a note is shown in, as its appearance names them. */
const fontsOf = (annotation: PDFDict): PDFDict[] => {
  const normal = annotation.lookupMaybe(name('AP'), PDFDict)?.lookup(name('N'))
  const resources = normal instanceof PDFStream ? normal.dict.lookup(name('Resources')) : undefined
  const fonts = resources instanceof PDFDict ? resources.lookup(name('Font')) : undefined
  return fonts instanceof PDFDict ? fonts.keys().map((key) => fonts.lookup(key, PDFDict)) : []
}

/** Whether every font that a filled form's fields and notes are shown in lies in the file. */
export const fontsEmbedded = async (bytes: Uint8Array): Promise<boolean> => {
  const { context } = await PDFDocument.load(bytes, { updateMetadata: false })
  const annotations = context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict && object.has(name('AP')) ? [object] : []))
  return annotations.flatMap(fontsOf).every(isEmbedded)
}
