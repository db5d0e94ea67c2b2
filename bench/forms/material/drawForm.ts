import fontkit from '@cantoo/fontkit'
import { type PDFContext, PDFDocument, PDFName, type PDFRef } from 'pdf-lib'
import { formFonts } from '../../../src/consultation/formFonts.ts'
import { COVERAGE, codePointsOf } from '../../../src/pdf/setting/coverage.ts'
import { subset } from '../../../src/pdf/setting/subset.ts'
import { chance } from '../../../test/promises/chance.ts'
import { addFields } from './addFields.ts'
import { drawPage } from './drawPage.ts'
import { HEIGHT, MARGIN, PAGES, WIDTH } from './places.ts'

/** A form with fields, or the same pages without: there a pack names areas to write in and spots to tick. */
export type FormKind = 'fillable' | 'flat'

export const formKinds: FormKind[] = ['fillable', 'flat']

const PICTURE = { width: 450, height: 144 }

/** A picture as hard to compress as a photograph, so that the form weighs what official forms weigh. */
const addPicture = (context: PDFContext): PDFRef => {
  const random = chance(4)
  const pixels = Uint8Array.from({ length: PICTURE.width * PICTURE.height * 3 }, () => random() * 256)
  const kind = { Type: 'XObject', Subtype: 'Image', BitsPerComponent: 8, ColorSpace: 'DeviceRGB' }
  return context.register(context.flateStream(pixels, { ...kind, Width: PICTURE.width, Height: PICTURE.height }))
}

const addPictureTo = (document: PDFDocument): void => {
  const page = document.getPage(0)
  page.node.setXObject(PDFName.of('Photo'), addPicture(document.context))
  const place = `q 90 0 0 40 ${WIDTH - MARGIN - 90} ${HEIGHT - 84} cm /Photo Do Q`
  page.node.addContentStream(document.context.register(document.context.flateStream(place)))
}

/** Draws the bench's form: 8 pages of A4, about 450 kB (flat 390), the same bytes each time. */
export const drawForm = async (kind: FormKind): Promise<Uint8Array> => {
  const document = await PDFDocument.create({ updateMetadata: false })
  document.registerFontkit(fontkit)
  const fonts = await formFonts()
  const embed = async (font: Uint8Array) => document.embedFont(await subset(font, codePointsOf(COVERAGE)))
  const print = { regular: await embed(fonts.regular), bold: await embed(fonts.bold) }
  for (let page = 1; page <= PAGES; page += 1) drawPage(document.addPage([WIDTH, HEIGHT]), page, print)
  addPictureTo(document)
  if (kind === 'fillable') addFields(document)
  return document.save({ useObjectStreams: false, rewrite: true })
}
