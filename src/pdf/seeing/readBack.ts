import type { Rect } from '../placing/placement.ts'
import type { Expected, ExpectedLine, ExpectedTick } from './expected.ts'
import { type Ink, isAmong, isSeen, type Letter, lettersOfLine, rectOfLine } from './readLine.ts'

export type { Letter } from './readLine.ts'

/**
 * Words or a tick that should stand on a page: `unread`, not there as these letters, no more and no fewer; `unseen`, there and
 * hidden (black on a dark ground, covered, over other words), or a tick that does not show. `missing` says which.
 */
export type Mismatch = { question: string | null; page: number; missing: string; how: 'unread' | 'unseen' }

/**
 * A page as another reader sees it: its letters; how many dots (at 72 an inch) of a rectangle differ from the blank form; and how
 * many of these are ink, unlike the ground of the rectangle.
 */
export type SeenPage = { letters: Letter[]; changed: (rect: Rect) => number; ink: Ink }

const overlap = (one: Rect, other: Rect): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height

/** Two fields of some forms lie over each other: the words of both are there, and nobody can read them. */
const isUnderAnother = (line: ExpectedLine, { letters }: SeenPage, { lines }: Expected): boolean => {
  const rect = rectOfLine(line)
  const others = lines.filter((other) => other !== line && other.page === line.page)
  return isAmong(line, letters) && others.some((other) => overlap(rectOfLine(other), rect))
}

const lookFor = (line: ExpectedLine, page: SeenPage | undefined, expected: Expected): Mismatch['how'] | null => {
  if (line.text.trim() === '') return null
  const found = page ? lettersOfLine(line, page.letters) : null
  if (page && found) return isSeen(line, found, page.ink) ? null : 'unseen'
  return page && isUnderAnother(line, page, expected) ? 'unseen' : 'unread'
}

// A tick leaves a dozen dots at least; its neighbour's edge may touch two of the box's own.
const [TICKED, UNTICKED] = [3, 2]

const tickIsRight = ({ box, changes }: ExpectedTick, page: SeenPage, others: Rect[]): boolean => {
  const dots = page.changed(box)
  return changes ? dots >= TICKED : dots <= UNTICKED || others.some((other) => overlap(other, box))
}

/** What else is drawn on a tick's page and may reach into its box: lines, and other ticks that come or go. */
const othersOn = ({ lines, ticks }: Expected, { page, box }: ExpectedTick): Rect[] => [
  ...lines.filter((line) => line.page === page).map((line) => rectOfLine(line)),
  ...ticks.flatMap((tick) => (tick.changes && tick.page === page && tick.box !== box ? [tick.box] : [])),
]

/**
 * Holds what must be on the paper against what another reader sees there: every line where it was set, read letter by letter and
 * seen as ink, every tick that was chosen and none that was not. Empty when all is right.
 */
export const readBack = (expected: Expected, pages: (SeenPage | undefined)[]): Mismatch[] => {
  const lost = expected.lines.flatMap((line): Mismatch[] => {
    const how = lookFor(line, pages[line.page - 1], expected)
    return how ? [{ question: line.question, page: line.page, missing: line.text, how }] : []
  })
  const wrong = expected.ticks.flatMap((tick): Mismatch[] => {
    const { question, option, page, chosen } = tick
    const seen = pages[page - 1]
    if (seen && tickIsRight(tick, seen, othersOn(expected, tick))) return []
    return [{ question, page, missing: `${chosen ? 'the tick for' : 'no tick for'} "${option}"`, how: 'unseen' }]
  })
  return [...lost, ...wrong]
}
