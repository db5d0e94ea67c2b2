import type { Expected, ExpectedLine, ExpectedTick } from './expected.ts'
import type { Rect } from './placement.ts'

/**
 * Words or a tick that should stand on a page: `unread`, not there as letters; `unseen`, there and hidden (black on a dark ground,
 * covered), or a tick that does not show. `missing` says which.
 */
export type Mismatch = { question: string | null; page: number; missing: string; how: 'unread' | 'unseen' }

/** A letter as another reader finds it: what it says, and where its baseline begins (points, the page's own). */
export type Letter = { says: string; x: number; y: number }

/** A page as another reader sees it: its letters, and how many dots (at 72 an inch) of a rectangle differ from the blank form. */
export type SeenPage = { letters: Letter[]; changed: (rect: Rect) => number }

/** Readers write a hyphen at a line's end as a mark of their own; other hyphens look alike. */
const HYPHENS = /[\p{Cc}\u00ad\u2010\u2011\ufffe-]/gu

const squeeze = (text: string): string => text.normalize('NFKC').replace(HYPHENS, '-').replace(/\s+/g, '')

/** Whether the letters of one text stand in another in their order; what the form has printed there may stand between. */
const standsIn = (text: string, other: string): boolean => {
  let at = 0
  for (const letter of text) {
    at = other.indexOf(letter, at)
    if (at < 0) return false
    at += letter.length
  }
  return true
}

const NEAR = 0.75 // points: a fraction of the narrowest letter

/** What is read along a line's baseline, from its beginning to its end. */
const readAlong = ({ at, along, length }: ExpectedLine, letters: Letter[]): string =>
  letters
    .map(({ says, x, y }) => {
      const [dx, dy] = [x - at.x, y - at.y]
      return { says, far: dx * along.x + dy * along.y, off: Math.abs(dx * along.y - dy * along.x) }
    })
    .filter(({ far, off }) => off < NEAR && far > -NEAR && far < length + NEAR)
    .sort((one, other) => one.far - other.far)
    .map(({ says }) => says)
    .join('')

const rectOfLine = ({ at, along, length, size }: ExpectedLine): Rect => {
  const end = { x: at.x + along.x * length, y: at.y + along.y * length }
  const [left, low] = [Math.min(at.x, end.x), Math.min(at.y, end.y)]
  const [right, high] = [Math.max(at.x, end.x), Math.max(at.y, end.y)]
  return { x: left - size / 2, y: low - size / 2, width: right - left + size, height: high - low + size }
}

const overlap = (one: Rect, other: Rect): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height

const lookFor = (line: ExpectedLine, page: SeenPage | undefined): Mismatch['how'] | null => {
  const words = squeeze(line.text)
  if (words === '') return null
  if (!page || !standsIn(words, squeeze(readAlong(line, page.letters)))) return 'unread'
  // A letter leaves two dots at least; a full stop alone, one.
  return page.changed(rectOfLine(line)) >= words.length / 2 ? null : 'unseen'
}

const tickIsRight = ({ box, chosen }: ExpectedTick, page: SeenPage, lines: Rect[]): boolean => {
  const dots = page.changed(box)
  if (chosen) return dots >= 3
  return dots <= 2 || lines.some((line) => overlap(line, box))
}

/**
 * Holds what must be on the paper against what another reader sees there: every line where it was set, read letter by letter and
 * seen as ink, every tick that was chosen and none that was not. Empty when all is right.
 */
export const readBack = ({ lines, ticks }: Expected, pages: (SeenPage | undefined)[]): Mismatch[] => {
  const missing: Mismatch[] = []
  for (const line of lines) {
    const { question, text, page } = line
    const how = lookFor(line, pages[page - 1])
    if (how) missing.push({ question, page, missing: text, how })
  }
  const ticked = ticks.filter(({ chosen }) => chosen).map(({ box, page }) => ({ box, page }))
  for (const tick of ticks) {
    const page = pages[tick.page - 1]
    const near = [...lines.filter((line) => line.page === tick.page).map(rectOfLine)]
    for (const { box, page: on } of ticked) if (on === tick.page && box !== tick.box) near.push(box)
    if (page && tickIsRight(tick, page, near)) continue
    const what = tick.chosen ? 'the tick for' : 'no tick for'
    missing.push({ question: tick.question, page: tick.page, missing: `${what} "${tick.option}"`, how: 'unseen' })
  }
  return missing
}
