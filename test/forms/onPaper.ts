import type { FilledForm } from '../../src/pdf/fill.ts'
import type { Rect } from '../../src/pdf/placing/placement.ts'
import { drawPage, pageTexts } from '../pdf/paper.ts'

const squeeze = (text: string): string => text.normalize('NFKC').replace(/[\s\u00ad-]+/g, '')

/** Words of a filled form's lines that poppler does not find on their page. */
export const missingInPoppler = async ({ bytes, expected }: FilledForm): Promise<string[]> => {
  const texts = (await pageTexts(bytes)).map(squeeze)
  return expected.lines.flatMap(({ page, text }) =>
    text.split(/\s+/).filter((word) => !texts[page - 1]?.includes(squeeze(word))),
  )
}

const DARK = 128

/** Whether a rectangle of an upright page (points, its own, beginning at 0) is printed dark all over: nobody can write there. */
export const isDark = async (bytes: Uint8Array, page: number, { x, y, width, height }: Rect): Promise<boolean> => {
  const drawn = await drawPage(bytes, page)
  let [sum, count] = [0, 0]
  for (let row = Math.ceil(drawn.height - y - height); row < drawn.height - y; row++) {
    for (let column = Math.ceil(x); column < x + width; column++) {
      sum += drawn.grey[row * drawn.width + column] ?? 255
      count += 1
    }
  }
  return sum / count < DARK
}
