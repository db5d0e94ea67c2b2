import type { PreparedForm } from './prepareForm.ts'

/** How full a box is: 1 is full to its last line at the smallest size; more runs on to a continuation page. */
export type Fit = { share: number; runsOn: boolean }

/** For the live bar: advances (thousandths of the size) of runs of UTF-16 units, and each box in points. */
export type FitMeasures = { advances: [first: number, ...widths: number[]][]; boxes: Record<string, BoxMeasure> }

/** A box: the inner width in points, and for each size that is tried how many lines it holds. */
export type BoxMeasure = { width: number; sizes: [size: number, lines: number][]; oneLine: boolean }

/** What `fit.js` needs in the browser, as plain JSON. */
export const fitMeasures = (_prepared: PreparedForm): FitMeasures => {
  throw new Error('not yet')
}

/** How much of the question's box the text fills; null when the question is not written into a box. */
export const fitOf = (_prepared: PreparedForm, _question: string, _text: string): Fit | null => {
  throw new Error('not yet')
}
