/** Marks that sit on the letter before them, and second halves of surrogate pairs: no line starts with one. */
const MARK = /\p{M}/u

/** @param {string} text @param {number} at */
const clings = (text, at) => {
  const unit = text.charCodeAt(at)
  return unit > 0x2ff && ((unit >= 0xdc00 && unit < 0xe000) || MARK.test(text.charAt(at)))
}

/** @param {number} unit */
const isSpace = (unit) => unit === 32 || (unit >= 0x2000 && unit <= 0x200a && unit !== 0x2007)

/** A line may end after a hyphen or dash that stands between two characters other than spaces. @param {number} unit */
const isHyphen = (unit) => unit === 45 || (unit >= 0x2010 && unit <= 0x2014 && unit !== 0x2011)

/** A dash between spaces stays with the words before it. @param {number} unit */
const isDash = (unit) => unit === 0x2013 || unit === 0x2014

/** @param {string} text @param {number} at where the last line may end: the index of the character after it */
const mayEndBefore = (text, at) => {
  const before = text.charCodeAt(at - 1)
  const after = text.charCodeAt(at)
  if (isSpace(before)) return !isSpace(after) && !(isDash(after) && isSpace(text.charCodeAt(at + 1)))
  return isHyphen(before) && !isHyphen(after) && !isSpace(after) && at > 1 && !isSpace(text.charCodeAt(at - 2))
}

/**
 * Breaks one paragraph (text without line breaks) into lines no wider than `width`, in time linear to its length.
 * Joined, the lines are the paragraph again: spaces at a break stay at the line's end and may hang over.
 * A word longer than a line is broken, never within a letter and its marks.
 * @param {string} paragraph
 * @param {(unit: number) => number} widthOf the advance of a UTF-16 unit, in the unit of `width`
 * @param {number} width
 * @returns {string[]} one line at least
 */
export const wrapParagraph = (paragraph, widthOf, width) => {
  const lines = []
  let start = 0
  let end = 0 // where this line may end
  let used = 0 // width from start to here, with spaces
  let usedToEnd = 0
  let before = 0
  for (let at = 0; at < paragraph.length; at++) {
    const unit = paragraph.charCodeAt(at)
    // Nothing but spaces, hyphens and dashes ends a line: most letters need no closer look.
    if ((before === 32 || before === 45 || before >= 0x2000) && at > start && mayEndBefore(paragraph, at)) {
      end = at
      usedToEnd = used
    }
    const advance = widthOf(unit)
    while (used + advance > width && at > start && !isSpace(unit)) {
      if (end <= start && clings(paragraph, at)) break
      if (end <= start) {
        end = at
        usedToEnd = used
      }
      lines.push(paragraph.slice(start, end))
      start = end
      used -= usedToEnd
      usedToEnd = 0
    }
    used += advance
    before = unit
  }
  lines.push(paragraph.slice(start))
  return lines
}

/**
 * Breaks text into lines no wider than `width`; the writer's own line breaks (\n) stay, blank lines too.
 * @param {string} text
 * @param {(unit: number) => number} widthOf the advance of a UTF-16 unit, in the unit of `width`
 * @param {number} width
 * @returns {string[]}
 */
export const wrapText = (text, widthOf, width) =>
  !text.includes('\n')
    ? wrapParagraph(text, widthOf, width)
    : text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph, widthOf, width))
