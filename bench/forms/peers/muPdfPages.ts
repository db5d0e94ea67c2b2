import * as mupdf from 'mupdf'
import { buttonPlaces, HEIGHT, textPlaces } from '../material/places.ts'
import type { Response } from '../material/responses.ts'
import { SIZE } from './embeddedFont.ts'
import { appendedBytes } from './muPdfBytes.ts'
import type { BenchForm, FillOnce } from './peer.ts'
import { wrap } from './wrap.ts'

const LEADING = 1.4 * SIZE
const PAD = 3

/** Glyphs and widths of a font, asked for once a letter. */
const setterOf = (font: mupdf.Font) => {
  const known = new Map<string, { hex: string; width: number }>()
  const glyphOf = (letter: string) => {
    const glyph = known.get(letter)
    if (glyph) return glyph
    const id = font.encodeCharacter(letter)
    const made = { hex: id.toString(16).padStart(4, '0'), width: font.advanceGlyph(id) * SIZE }
    known.set(letter, made)
    return made
  }
  return {
    hexOf: (line: string) => [...line].map((letter) => glyphOf(letter).hex).join(''),
    widthOf: (word: string) => [...word].reduce((sum, letter) => sum + glyphOf(letter).width, 0),
  }
}

/** Opens the pages once, gives each an empty stream of its own, and saves that, so that a fill appends words alone. */
const openPages = (bytes: Uint8Array, font: mupdf.Font) => {
  const first = new mupdf.PDFDocument(bytes)
  const face = first.addFont(font)
  const numbers = Array.from({ length: first.countPages() }, (_, index) => {
    const page = first.findPage(index)
    page.get('Resources', 'Font').put('Answers', face)
    const [before, answers] = [first.addStream('q', {}), first.addStream('Q', {})]
    const contents = page.get('Contents')
    const own = contents.isArray() ? Array.from({ length: contents.length }, (_, at) => contents.get(at)) : [contents]
    page.put('Contents', [before, ...own, answers])
    return answers.asIndirect()
  })
  const document = new mupdf.PDFDocument(appendedBytes(first))
  return { document, streams: numbers.map((number) => document.newIndirect(number)) }
}

/** MuPDF draws nothing on flat pages by itself: words are broken into lines here and appended as content. */
export const muPdfPages = ({ bytes }: BenchForm, font: mupdf.Font): FillOnce => {
  const { hexOf, widthOf } = setterOf(font)
  const { document, streams } = openPages(bytes, font)
  const show = (lines: string[], x: number, y: number) =>
    `1 0 0 1 ${x} ${HEIGHT - y} Tm ${lines.map((line) => `<${hexOf(line)}> Tj T*`).join(' ')}`
  const draw = (page: number, response: Response) => [
    ...textPlaces
      .filter(({ area }) => area.page === page)
      .map(({ name, area: { x, y, width } }) =>
        show(wrap(response.texts[name] ?? '', width - 2 * PAD, widthOf), x + PAD, y + PAD + SIZE),
      ),
    ...buttonPlaces
      .filter(({ area, name, option }) => area.page === page && response.buttons[name] === option)
      .map(({ area: { x, y } }) => show(['X'], x + 4, y + 11)),
  ]
  return (response) => {
    for (const [index, stream] of streams.entries())
      stream.writeStream(`Q BT /Answers ${SIZE} Tf ${LEADING} TL ${draw(index + 1, response).join(' ')} ET`)
    return appendedBytes(document)
  }
}
