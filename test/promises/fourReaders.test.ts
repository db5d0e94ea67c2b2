import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { prepareFor } from '../../src/consultation/prepareFor.ts'
import { readPack } from '../../src/consultation/readPack.ts'
import { fill } from '../../src/pdf/fill.ts'
import { asFile, pdfium, type Reader, readers } from './readers.ts'

const folder = join(import.meta.dirname, '../../assets/consultations/mopac-2017')
const consultation = await readPack(folder)
const sample = JSON.parse(readFileSync(join(folder, 'sample-answers.json'), 'utf8'))
const filled = fill(await prepareFor(consultation), sample, { reference: 'K7MQ2FTD', title: consultation.title })

const AROUND = [-2, -1, 0, 1, 2]

const squeeze = (text: string) => text.normalize('NFKC').replace(/[\s\u00ad\ufffe-]+/g, '')

/** The share of dots, of all that are dark in either picture, that the other has nowhere within two dots. */
const apart = async (one: Reader, other: Reader, file: string, page: number): Promise<number> => {
  const [a, b] = await Promise.all([one.draw(file, page), other.draw(file, page)])
  expect(Math.max(Math.abs(a.width - b.width), Math.abs(a.height - b.height))).toBeLessThan(2)
  const dark = (drawn: typeof a, x: number, y: number) => (drawn.grey[y * drawn.width + x] ?? 255) < 96
  const near = (drawn: typeof a, x: number, y: number) =>
    AROUND.some((down) => AROUND.some((across) => (drawn.grey[(y + down) * drawn.width + x + across] ?? 255) < 208))
  let [seen, lost] = [0, 0]
  for (let y = 2; y < Math.min(a.height, b.height) - 2; y += 1) {
    for (let x = 2; x < Math.min(a.width, b.width) - 2; x += 1) {
      for (const [from, to] of [
        [a, b],
        [b, a],
      ] as const) {
        if (!dark(from, x, y)) continue
        seen += 1
        if (!near(to, x, y)) lost += 1
      }
    }
  }
  return lost / Math.max(1, seen)
}

test('poppler, MuPDF and PDFium all find every line of every answer', () =>
  asFile(filled.bytes, async (file) => {
    const own = pdfium()
    for (const reader of [...readers, own]) {
      if (!reader.text) continue
      const text = squeeze(await reader.text(file))
      const lines = filled.placements.flatMap((placed) =>
        'lines' in placed ? placed.lines.map((line) => line.text) : [],
      )
      const lost = lines.filter((line) => !text.includes(squeeze(line)))
      expect([reader.name, lost]).toEqual([reader.name, []])
    }
    await own.close()
  }))

test('the four of them draw the same pages', () =>
  asFile(filled.bytes, async (file) => {
    const own = pdfium()
    for (let page = 1; page <= filled.pages; page += 1) {
      for (const reader of readers) {
        const share = await apart(own, reader, file, page)
        expect([reader.name, page, share < 0.0005 ? 'alike' : share]).toEqual([reader.name, page, 'alike'])
      }
    }
    await own.close()
  }))
