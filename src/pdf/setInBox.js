import { wrapParagraph, wrapText } from './wrapText.js'

/**
 * A box to set text in: its inner width in points, and the sizes to try, largest first, with the lines each allows.
 * @typedef {{ width: number, sizes: [size: number, lines: number][], oneLine: boolean }} BoxMeasure
 */

/** @param {string} line @param {(unit: number) => number} widthOf */
const widthOfLine = (line, widthOf) => {
  let width = 0
  const words = line.trimEnd()
  for (let at = 0; at < words.length; at++) width += widthOf(words.charCodeAt(at))
  return width
}

/**
 * Sets text at the largest size at which all of it fits, or else at the smallest, with more lines than the box has.
 * `share` says how full the box is at the smallest size: over 1 runs on.
 * @param {BoxMeasure} box
 * @param {string} text clean text (see cleanText)
 * @param {(unit: number) => number} widthOf advances in thousandths of the size
 * @returns {{ size: number, capacity: number, lines: string[], runsOn: boolean, share: number }}
 */
export const setInBox = (box, text, widthOf) => {
  const words = box.oneLine ? text.replaceAll('\n', ' ') : text
  let [size, capacity] = box.sizes[0] ?? [10, 1]
  let lines = [words]
  for ([size, capacity] of box.sizes) {
    const width = (box.width * 1000) / size
    lines = box.oneLine ? wrapParagraph(words, widthOf, width) : wrapText(words, widthOf, width)
    if (lines.length <= capacity) break
  }
  const [smallest, most] = box.sizes.at(-1) ?? [size, capacity]
  const width = (box.width * 1000) / smallest
  const finest = size === smallest ? lines : wrapText(words, widthOf, width)
  const last = Math.min(1, widthOfLine(finest.at(-1) ?? '', widthOf) / width)
  const runsOn = lines.length > capacity
  const share = words === '' ? 0 : box.oneLine ? widthOfLine(words, widthOf) / width : (finest.length - 1 + last) / most
  return { size, capacity, lines, runsOn, share: runsOn ? Math.max(share, 1) : Math.min(share, 1) }
}

/**
 * The same for the live bar in a browser, from the JSON of fitMeasures.
 * @param {{ advances: number[][], boxes: Record<string, BoxMeasure> }} measures
 * @returns {(question: string, text: string) => ({ share: number, runsOn: boolean } | null)} null: no box to fill
 */
export const liveFit = ({ advances, boxes }) => {
  const widths = new Uint16Array(0x10000)
  for (const [first = 0, ...run] of advances) widths.set(run, first)
  return (question, text) => {
    const box = boxes[question]
    if (!box) return null
    const { share, runsOn } = setInBox(box, text, (unit) => widths[unit] ?? 0)
    return { share, runsOn }
  }
}
