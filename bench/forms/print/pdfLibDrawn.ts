import { PDFDocument } from 'pdf-lib-1'
import { HEIGHT, WIDTH } from '../material/places.ts'
import { embeddedFont } from '../peers/embeddedFont.ts'
import { drawAnswers } from '../peers/pdfLibPages.ts'
import { originalLib as lib } from '../peers/pdfLibs.ts'
import type { Printer } from './printers.ts'

/** pdf-lib at its best: the official pages are embedded once, and the answers drawn over them; merges nothing. */
export const pdfLibDrawn: Printer = async ({ official, responses }) => {
  const document = await PDFDocument.create()
  document.registerFontkit(lib.fontkit)
  const font = await document.embedFont(await embeddedFont())
  const form = await PDFDocument.load(official)
  const pages = await document.embedPages(form.getPages())
  await document.flush()
  return () => {
    for (const response of responses) {
      for (const [index, page] of pages.entries()) {
        const sheet = document.addPage([WIDTH, HEIGHT])
        sheet.drawPage(page)
        const name = sheet.node.newFontDictionary('Answers', font.ref).asString().slice(1)
        sheet.pushOperators(...drawAnswers({ document, font, lib }, name, index + 1, response))
      }
    }
    return lib.save(document)
  }
}
