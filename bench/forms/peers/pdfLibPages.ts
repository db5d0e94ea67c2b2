import type { PDFOperator, PDFRef } from 'pdf-lib-1'
import { buttonPlaces, HEIGHT, textPlaces } from '../material/places.ts'
import type { Response } from '../material/responses.ts'
import { SIZE } from './embeddedFont.ts'
import type { OpenPdf } from './pdfLib.ts'
import type { FillOnce } from './peer.ts'

const LEADING = 1.4 * SIZE
const PAD = 3

/** pdf-lib's own drawing of one page (from 1), as operators; `font` is the font's name in the page's resources. */
export const drawAnswers = (
  { font: face, lib }: OpenPdf,
  font: string,
  page: number,
  response: Response,
): PDFOperator[] => {
  const { breakTextIntoLines, drawLinesOfText, degrees, rgb } = lib.module
  const style = { color: rgb(0, 0, 0), font, size: SIZE, rotate: degrees(0), xSkew: degrees(0), ySkew: degrees(0) }
  const draw = (lines: string[], x: number, y: number) =>
    drawLinesOfText(
      lines.map((line) => face.encodeText(line)),
      { ...style, x, y: HEIGHT - y, lineHeight: LEADING },
    )
  const widthOf = (line: string) => face.widthOfTextAtSize(line, SIZE)
  const texts = textPlaces.filter(({ area }) => area.page === page)
  const chosen = buttonPlaces.filter(
    ({ area, name, option }) => area.page === page && response.buttons[name] === option,
  )
  return [
    ...texts.flatMap(({ name, area: { x, y, width } }) =>
      draw(breakTextIntoLines(response.texts[name] ?? '', [' '], width - 2 * PAD, widthOf), x + PAD, y + PAD + SIZE),
    ),
    ...chosen.flatMap(({ area: { x, y } }) => draw(['X'], x + 4, y + 11)),
  ]
}

/** pdf-lib draws on the pages; the pages' own content is wrapped once, and each fill takes the place of the one before. */
export const pdfLibPages = (open: OpenPdf): FillOnce => {
  const { document, font, lib } = open
  const { PDFArray, PDFName } = lib.module
  const { context } = document
  const pages = document.getPages().map(({ node }) => {
    node.normalize()
    node.wrapContentStreams(context.getPushGraphicsStateContentStream(), context.getPopGraphicsStateContentStream())
    const own = node.lookup(PDFName.of('Contents'), PDFArray).asArray()
    return { node, own, font: node.newFontDictionary('Answers', font.ref).asString().slice(1) }
  })
  const free = context.largestObjectNumber
  let drawn: PDFRef[] = []

  return async (response) => {
    for (const ref of drawn) context.delete(ref)
    context.largestObjectNumber = free
    drawn = pages.map(({ node, own, font: name }, index) => {
      const ref = context.register(context.contentStream(drawAnswers(open, name, index + 1, response)))
      node.set(PDFName.of('Contents'), context.obj([...own, ref]))
      return ref
    })
    return lib.save(document)
  }
}
