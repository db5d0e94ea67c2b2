import fontkit from '@cantoo/fontkit'
import { PDFDocument, PDFName } from 'pdf-lib'
import { fill } from '../../src/pdf/fill.ts'
import type { Written } from '../../src/pdf/placing/placement.ts'
import { prepareForm } from '../../src/pdf/prepareForm.ts'
import { widthOfLine } from '../../src/pdf/setting/typeface.ts'
import { boxes, drawForm, questionnaire, rects } from './drawForm.ts'
import { fonts } from './fonts.ts'
import { drawPage } from './paper.ts'

const DOTS = 144

const prepared = await prepareForm({ official: await drawForm(), boxes, questionnaire, fonts })

/** The same page, drawn over by the library with the whole font, letter by letter, where our line stands. */
const drawSlowly = async ({ box, lines: [line] }: Written): Promise<Uint8Array> => {
  if (!line) throw new Error('Nothing was set')
  const document = await PDFDocument.load(await drawForm(), { updateMetadata: false })
  document.getPage(1).node.delete(PDFName.of('Annots'))
  document.registerFontkit(fontkit)
  const font = await document.embedFont(fonts.regular, { subset: false })
  const { size } = line
  let x = box.x + line.x
  for (const letter of line.text) {
    document.getPage(1).drawText(letter, { x, y: box.y + line.y, size, font })
    x += widthOfLine(prepared.regular, letter, size)
  }
  return document.save({ updateFieldAppearances: false })
}

test('the letters look as in the whole font: codes lead to the right pictures, not only to the right text', async () => {
  const why = 'Łukasz Żółć, Ștefan, Nguyễn, O’Brien: £5 – Ελένη, Дарья'
  const { bytes, placements } = fill(prepared, { why }, { reference: null, title: 'Title' })
  const [box] = placements
  if (box?.kind !== 'written') throw new Error('Nothing was set')
  const ours = await drawPage(bytes, 2, DOTS)
  const slow = await drawPage(await drawSlowly(box), 2, DOTS)
  const { x, y, width, height } = rects.why
  const inBox = ({ grey, width: across, height: high }: typeof ours): number[] => {
    const row = (from: number) => [...grey.subarray(from + 2 * x + 4, from + 2 * (x + width) - 4)]
    return Array.from({ length: 2 * height - 8 }, (_, index) =>
      row((high - 2 * (y + height) + 4 + index) * across),
    ).flat()
  }
  const [here, there] = [inBox(ours), inBox(slow)]
  const ink = here.reduce((sum, dot) => sum + 255 - dot, 0)
  const apart = here.reduce((sum, dot, index) => sum + Math.abs(dot - (there[index] ?? 0)), 0)
  expect(ink).toBeGreaterThan(0)
  expect(apart / ink).toBeLessThan(0.1)
})
