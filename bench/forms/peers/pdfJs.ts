import fontkit from '@cantoo/fontkit'
import { PDFDocument, PDFName, PDFString, PDFTextField } from 'pdf-lib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { embeddedFont, SIZE } from './embeddedFont.ts'
import type { Prepare } from './peer.ts'

/** pdf.js sets text in the font that a field names and the form brings: with Helvetica no Latin Extended reaches the paper. */
const withEmbeddedFont = async (bytes: Uint8Array): Promise<Uint8Array> => {
  const document = await PDFDocument.load(bytes)
  document.registerFontkit(fontkit)
  const font = await document.embedFont(await embeddedFont())
  const { acroForm } = document.getForm()
  acroForm.dict.set(PDFName.of('DR'), document.context.obj({ Font: { Noto: font.ref } }))
  for (const field of document.getForm().getFields()) {
    const texts = field instanceof PDFTextField
    if (texts) field.acroField.dict.set(PDFName.of('DA'), PDFString.of(`/Noto ${SIZE} Tf 0 g`))
  }
  return document.save({ useObjectStreams: false, updateFieldAppearances: false, rewrite: true })
}

type Widget = { id: string; fieldName: string; fieldType: string; exportValue?: string; buttonValue?: string }

/** pdf.js, opened once. It writes into fields only: flat pages it cannot fill. */
export const pdfJs: Prepare = async ({ bytes }) => {
  const document = await getDocument({ data: await withEmbeddedFont(bytes), verbosity: 0 }).promise
  const pages = await Promise.all(Array.from({ length: document.numPages }, (_, index) => document.getPage(index + 1)))
  const widgets: Widget[] = (await Promise.all(pages.map((page) => page.getAnnotations()))).flat()
  return ({ texts, buttons }) => {
    for (const { id, fieldName: name, fieldType, exportValue, buttonValue } of widgets) {
      const value = fieldType === 'Tx' ? texts[name] : buttons[name] === (exportValue ?? buttonValue)
      document.annotationStorage.setValue(id, { value })
    }
    return document.saveDocument()
  }
}
