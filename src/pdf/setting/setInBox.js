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

/** @param {BoxMeasure} box @param {string} words @param {(unit: number) => number} widthOf @param {number} size */
const linesAt = (box, words, widthOf, size) =>
  (box.oneLine ? wrapParagraph : wrapText)(words, widthOf, (box.width * 1000) / size)

/**
 * Sets text at the largest size at which all of it fits, or else at the smallest, with more lines than the box has.
 * @param {BoxMeasure} box
 * @param {string} text clean text (see cleanText)
 * @param {(unit: number) => number} widthOf advances in thousandths of the size
 * @returns {{ size: number, capacity: number, lines: string[], runsOn: boolean }}
 */
export const setInBox = (box, text, widthOf) => {
  const words = box.oneLine ? text.replaceAll('\n', ' ') : text
  let [size, capacity] = box.sizes[0] ?? [10, 1]
  let lines = [words]
  for ([size, capacity] of box.sizes) {
    lines = linesAt(box, words, widthOf, size)
    if (lines.length <= capacity) break
  }
  return { size, capacity, lines, runsOn: lines.length > capacity }
}

/**
 * How much of a box a text fills, as a share of it at its smallest size; 1 or more runs on to another page.
 * @param {BoxMeasure} box
 * @param {string} text clean text (see cleanText)
 * @param {(unit: number) => number} widthOf advances in thousandths of the size
 * @returns {{ share: number, runsOn: boolean }}
 */
export const fitInBox = (box, text, widthOf) => {
  const { runsOn } = setInBox(box, text, widthOf)
  const words = box.oneLine ? text.replaceAll('\n', ' ') : text
  if (words === '') return { share: 0, runsOn }
  const [smallest, most] = box.sizes.at(-1) ?? [10, 1]
  const width = (box.width * 1000) / smallest
  const finest = linesAt(box, words, widthOf, smallest)
  const last = Math.min(1, widthOfLine(finest.at(-1) ?? '', widthOf) / width)
  const share = box.oneLine ? widthOfLine(words, widthOf) / width : (finest.length - 1 + last) / Math.max(1, most)
  return { share: runsOn ? Math.max(share, 1) : Math.min(share, 1), runsOn }
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
    return fitInBox(box, text, (unit) => widths[unit] ?? 0)
  }
}
