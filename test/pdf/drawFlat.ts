import { degrees, PDFDocument, StandardFonts } from 'pdf-lib'
import type { Boxes } from '../../src/pdf/boxes/boxes.ts'

/** Clockwise turns that a page may be shown in. */
export const TURNS = [0, 90, 180, 270] as const

const area = (page: number, x: number, y: number, width: number, height: number) => ({
  write: { area: { page, x, y, width, height }, size: 11, minimum: 9 },
})
const spot = (page: number, x: number, y: number) => ({ spot: { page, x, y, width: 12, height: 12 } })

/** Where the answers of drawForm's questionnaire stand on the flat form: areas and spots of pages of 400 by 400 points. */
export const flatBoxes: Boxes = {
  answers: {
    name: area(1, 40, 40, 200, 18),
    postcode: area(1, 260, 40, 100, 18),
    as: { tick: { resident: spot(1, 40, 100), worker: spot(1, 80, 100) } },
    agree: { tick: { yes: spot(2, 40, 20), no: spot(2, 60, 20), unsure: spot(2, 80, 20) } },
    why: area(2, 40, 60, 320, 200),
    narrow: area(2, 40, 280, 60, 100),
  },
  marks: { reference: area(1, 40, 340, 120, 16).write },
}

/** Two pages without a field, turned, of which only the middle is shown. `draw` may print on them before. */
export const drawFlat = async (
  turn: (typeof TURNS)[number],
  draw: (document: PDFDocument) => Promise<void> | void = () => {},
): Promise<Uint8Array> => {
  const document = await PDFDocument.create({ updateMetadata: false })
  const font = await document.embedFont(StandardFonts.Helvetica)
  for (const words of ['About you', 'About the counters']) {
    const page = document.addPage([480, 460])
    page.setCropBox(30, 20, 400, 400)
    page.setRotation(degrees(turn))
    page.drawText(words, { x: 60, y: 30, size: 8, font })
  }
  await draw(document)
  return document.save({ useObjectStreams: false })
}
