import { type PDFFont, type PDFPage, rgb } from 'pdf-lib'
import { type Area, buttonPlaces, HEIGHT, MARGIN, textPlaces, WIDTH } from './places.ts'
import { inAscii, words } from './words.ts'

/** The fonts that the form itself is printed in. */
export type Print = { regular: PDFFont; bold: PDFFont }

const ink = rgb(0.1, 0.1, 0.15)
const edge = rgb(0.45, 0.45, 0.5)

/** Guidance of some length, other words on each page. */
const guidanceOf = (page: number): string[] =>
  Array.from({ length: 12 }, (_, line) => {
    const from = (page * 31 + line * 14) % words.length
    return inAscii([...words, ...words].slice(from, from + 14).join(' '))
  })

const frame = (sheet: PDFPage, { x, y, width, height }: Area) =>
  sheet.drawRectangle({ x, y: HEIGHT - y - height, width, height, borderColor: edge, borderWidth: 0.75 })

/** Draws the official words, lines and boxes of one page (from 1); what residents write is not its business. */
export const drawPage = (sheet: PDFPage, page: number, { regular, bold }: Print): void => {
  const write = (text: string, x: number, y: number, size: number, font = regular) =>
    sheet.drawText(text, { x, y: HEIGHT - y, size, font, color: ink })
  write('Consultation on the closing of front counters', MARGIN, 60, 16, bold)
  write(`Response form, page ${page} of 8`, MARGIN, 78, 10)
  sheet.drawLine({ start: { x: MARGIN, y: HEIGHT - 86 }, end: { x: WIDTH - MARGIN, y: HEIGHT - 86 }, color: edge })
  for (const [line, words] of guidanceOf(page).entries()) write(words, MARGIN, 104 + line * 14, 8)
  for (const { area, name } of textPlaces.filter(({ area }) => area.page === page)) {
    write(
      `Question ${name.replace('text-', '').replace('-', '.')}: what would you like to say?`,
      area.x,
      area.y - 5,
      9,
      bold,
    )
    frame(sheet, area)
  }
  for (const { area, option } of buttonPlaces.filter(({ area }) => area.page === page)) {
    write(option, area.x + 20, area.y + 11, 9)
    frame(sheet, area)
  }
}
