import type { ExpectedLine } from './expected.ts'
import type { Rect } from './placement.ts'

/**
 * A letter as another reader finds it: what it says, and where its baseline begins (points, the page's own). One that the blank
 * form has in the same place is `printed`.
 */
export type Letter = { says: string; x: number; y: number; printed: boolean }

/** A letter of a line, and from where to where along the line it has its room (points). */
type Found = { says: string; printed: boolean; from: number; to: number }

/** Readers write a hyphen at a line's end as a mark of their own; other hyphens look alike. */
const HYPHENS = /[\p{Cc}\u00ad\u2010\u2011\ufffe]/gu

const squeeze = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').replace(HYPHENS, '-')

const NEAR = 0.75 // points: a fraction of the narrowest letter

/** What is read along a line's baseline, from its beginning to its end. */
const readAlong = ({ at, along, length }: ExpectedLine, letters: Letter[]): Found[] =>
  letters
    .map(({ says, printed, x, y }) => {
      const [dx, dy] = [x - at.x, y - at.y]
      return { says, printed, from: dx * along.x + dy * along.y, off: Math.abs(dx * along.y - dy * along.x) }
    })
    .filter(({ from, off }) => off < NEAR && from > -NEAR && from < length + NEAR)
    .sort((one, other) => one.from - other.from)
    .map(({ off: _, ...letter }, index, all) => ({ ...letter, to: all[index + 1]?.from ?? length }))

const isLine = (words: string, found: Found[]): boolean => squeeze(found.map(({ says }) => says).join('')) === words

/** The letters of a line; null where others stand there, or more. What the form has printed there is passed over. */
export const lettersOfLine = (line: ExpectedLine, letters: Letter[]): Found[] | null => {
  const words = squeeze(line.text)
  const found = readAlong(line, letters)
  const ours = found.filter(({ printed }) => !printed)
  // A letter of ours may lie exactly where the blank form had the same one.
  return [ours, found].find((some) => isLine(words, some)) ?? null
}

// How far letters reach over and under their baseline, as shares of their size: Ễ and Ç.
const [OVER, UNDER] = [0.95, 0.3]

/** The rectangle on the page of a piece of a line, from so far to so far along it; by default of all of it. */
export const rectOfLine = ({ at, along, length, size }: ExpectedLine, from = 0, to = length): Rect => {
  const corner = (far: number, up: number) => ({
    x: at.x + along.x * far - along.y * up,
    y: at.y + along.y * far + along.x * up,
  })
  const [one, other] = [corner(from, -UNDER * size), corner(to, OVER * size)]
  return {
    x: Math.min(one.x, other.x),
    y: Math.min(one.y, other.y),
    width: Math.abs(other.x - one.x),
    height: Math.abs(other.y - one.y),
  }
}

const NARROW = 0.5 // points: a mark that stands on the letter before it, or one letter that is read as two

/** The letters and figures of each word; of a line without any, all that is in it. */
const wordsIn = (found: Found[]): Found[][] => {
  const words: Found[][] = [[]]
  for (const letter of found) {
    if (/^\s*$/.test(letter.says)) words.push([])
    else if (letter.to - letter.from >= NARROW) words.at(-1)?.push(letter)
  }
  const spelt = words.map((word) => word.filter(({ says }) => /[\p{L}\p{N}]/u.test(says)))
  return [...(spelt.flat().length > 0 ? spelt : [words.flat()])].filter((word) => word.length > 0)
}

/**
 * Whether every word of a line is seen: half of its letters at least have ink, for a rule of the form's own may hide one.
 * `ink` tells how many dots of a rectangle of the page have some.
 */
export const isSeen = (line: ExpectedLine, found: Found[], ink: (rect: Rect) => number): boolean =>
  wordsIn(found).every((word) => {
    const seen = word.filter(({ from, to }) => ink(rectOfLine(line, from, to)) > 0)
    return seen.length >= word.length / 2
  })
