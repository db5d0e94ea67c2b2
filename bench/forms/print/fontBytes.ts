import { PDFDict, PDFDocument, PDFName, PDFRawStream } from 'pdf-lib'

const KEYS = ['FontFile', 'FontFile2', 'FontFile3'].map((key) => PDFName.of(key))

/** How many bytes of a PDF are font programs, each counted once. */
export const fontBytes = async (bytes: Uint8Array): Promise<number> => {
  const { context } = await PDFDocument.load(bytes, { updateMetadata: false })
  const programs = new Set<PDFRawStream>()
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict)) continue
    for (const key of KEYS) {
      const program = object.lookup(key)
      if (program instanceof PDFRawStream) programs.add(program)
    }
  }
  return [...programs].reduce((sum, { contents }) => sum + contents.length, 0)
}
