import type { Rect } from '../placing/placement.ts'
import type { ExpectedLine } from './expected.ts'

/**
 * A letter as another reader finds it: what it says, and where its baseline begins (points, the page's own). One that the blank
 * form has in the same place is `printed`.
 */
export type Letter = { says: string; x: number; y: number; printed: boolean }

/** A letter of a line, and from where to where along the line it has its room (points): up to the next that is no space. */
type Found = { says: string; printed: boolean; from: number; to: number }

/** Readers write a hyphen at a line's end as a mark of their own; other hyphens look alike. */
const HYPHENS = /[\p{Cc}\u00ad\u2010\u2011\ufffe]/gu

const squeeze = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').replace(HYPHENS, '-')

const NEAR = 0.75 // points: a fraction of the narrowest letter

const isBlank = (says: string): boolean => /^\s*$/.test(says)

/** Letters with their room. Readers add spaces of their own, which may begin anywhere. */
const withRoom = (letters: Omit<Found, 'to'>[], end: number): Found[] => {
  let to = end
  return letters
    .toReversed()
    .map((letter): Found => {
      const found = { ...letter, to }
      if (!isBlank(letter.says)) to = letter.from
      return found
    })
    .toReversed()
}

/** What is read along a line's baseline, from its beginning to its end. */
const readAlong = ({ at, along, length }: ExpectedLine, letters: Letter[]): Found[] => {
  const there = letters.flatMap(({ says, printed, x, y }) => {
    const [dx, dy] = [x - at.x, y - at.y]
    const [from, off] = [dx * along.x + dy * along.y, Math.abs(dx * along.y - dy * along.x)]
    return off < NEAR && from > -NEAR && from < length + NEAR ? [{ says, printed, from }] : []
  })
  return withRoom(
    there.sort((one, other) => one.from - other.from),
    length,
  )
}

/** Whether letters say what a line does, and begin where it begins. */
const isLine = ({ text }: ExpectedLine, found: Found[]): boolean => {
  const first = found.find(({ says }) => !isBlank(says))
  const begins = text.search(/\S/) > 0 || Math.abs(first?.from ?? 0) < NEAR
  return begins && squeeze(found.map(({ says }) => says).join('')) === squeeze(text)
}

/** The letters of a line; null where others stand there, or more. What the form has printed there is passed over. */
export const lettersOfLine = (line: ExpectedLine, letters: Letter[]): Found[] | null => {
  const found = readAlong(line, letters)
  const ours = found.filter(({ printed }) => !printed)
  // A form that is filled a second time has the same letters in the same places already.
  return [ours, found].find((some) => isLine(line, some)) ?? null
}

/** Whether a line's letters stand there in their order, with others between them. */
export const isAmong = (line: ExpectedLine, letters: Letter[]): boolean => {
  const there = squeeze(
    readAlong(line, letters)
      .map(({ says }) => says)
      .join(''),
  )
  let at = 0
  for (const letter of squeeze(line.text)) {
    at = there.indexOf(letter, at) + letter.length
    if (at < letter.length) return false
  }
  return true
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
    if (isBlank(letter.says)) words.push([])
    else if (letter.to - letter.from >= NARROW) words.at(-1)?.push(letter)
  }
  const spelt = words.map((word) => word.filter(({ says }) => /[\p{L}\p{N}]/u.test(says)))
  return [...(spelt.flat().length > 0 ? spelt : [words.flat()])].filter((word) => word.length > 0)
}

/** How many dots of a rectangle of the page have ink; ink that the blank form has too counts where that is `printed`. */
export type Ink = (rect: Rect, printed: boolean) => number

/** Whether every word of a line is seen: half of its letters at least have ink, for a rule of the form's own may hide one. */
export const isSeen = (line: ExpectedLine, found: Found[], ink: Ink): boolean =>
  wordsIn(found).every((word) => {
    const seen = word.filter(({ from, to, printed }) => ink(rectOfLine(line, from, to), printed) > 0)
    return seen.length >= word.length / 2
  })
