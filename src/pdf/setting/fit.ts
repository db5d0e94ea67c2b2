import type { PreparedForm } from '../copies/preparedForm.ts'
import { cleanText } from './cleanText.js'
import { type BoxMeasure, fitInBox } from './setInBox.js'

/** How full a box is: 1 is full to its last line at the smallest size; more runs on to a continuation page. */
export type Fit = { share: number; runsOn: boolean }

/** For the live bar (`liveFit`): runs of advances from a first UTF-16 unit on, in thousandths; boxes by question. */
export type FitMeasures = { advances: [first: number, ...widths: number[]][]; boxes: Record<string, BoxMeasure> }

/** What the live bar needs in the browser beside `setInBox.js`, `wrapText.js` and `cleanText.js`, as plain JSON. */
export const fitMeasures = ({ regular, writing }: PreparedForm): FitMeasures => {
  const advances: FitMeasures['advances'] = []
  let last = -2
  for (const unit of [...regular.font.glyphs.keys()].sort((a, b) => a - b)) {
    if (unit !== last + 1) advances.push([unit])
    advances.at(-1)?.push(regular.widthOf(unit))
    last = unit
  }
  return {
    advances,
    boxes: Object.fromEntries(
      writing.flatMap(({ question, measure }) => (question === null ? [] : [[question, measure]])),
    ),
  }
}

/** How much of the question's box the text fills; null when the question is not written into a box. */
export const fitOf = ({ regular, writing }: PreparedForm, question: string, text: string): Fit | null => {
  const place = writing.find((one) => one.question === question)
  if (!place) return null
  return fitInBox(place.measure, cleanText(text).trim(), regular.widthOf)
}
