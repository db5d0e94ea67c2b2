/**
 * What of a font a filled form carries, as Unicode ranges: Latin with marks, Greek, Cyrillic, punctuation, currency.
 * Not U+FFFD, which stands for a letter that was lost before it reached us.
 */
export const COVERAGE: [first: number, last: number][] = [
  [0x20, 0x7e],
  [0xa0, 0x24f], // Latin-1, Extended-A and -B
  [0x259, 0x259],
  [0x2b9, 0x2dd], // modifier letters
  [0x300, 0x36f], // combining marks
  [0x370, 0x4ff], // Greek, Cyrillic
  [0x1e00, 0x1eff], // Latin Extended Additional: Vietnamese, Welsh
  [0x1f00, 0x1fff], // Greek with its accents
  [0x2000, 0x205e], // punctuation
  [0x2070, 0x209c], // raised and lowered figures
  [0x20a0, 0x20bf], // currency
  [0x2100, 0x215f], // №, ™, fractions
  [0x2190, 0x22ff], // arrows, mathematics
  [0x25a0, 0x26ff], // shapes and signs
  [0x2713, 0x2718],
  [0xfb00, 0xfb06], // ligatures that copied text brings along
]

/** Every code point of the ranges, and of the characters of `text` (UTF-16 units; nothing beyond the first plane). */
export const codePointsOf = (ranges: [number, number][], text = ''): Set<number> => {
  const points = new Set<number>()
  for (const [first, last] of ranges) for (let point = first; point <= last; point++) points.add(point)
  for (let at = 0; at < text.length; at++) points.add(text.charCodeAt(at))
  return points
}

/** What the bold font of headings carries besides the questions' own characters. */
export const HEADINGS: [first: number, last: number][] = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x2010, 0x2026],
]
