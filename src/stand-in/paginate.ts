import { type Block, heightOf, type Row } from './row.ts'
import { CONTENT, SIZES } from './sheet.ts'

type Laid = { pages: Row[][]; cost: number }

const capacity = (page: number): number => CONTENT.end - (page === 0 ? CONTENT.first : CONTENT.later)

const growing = (rows: Row[]): Row[] => rows.filter(({ grows }) => grows)

const grown = (rows: Row[], page: number): number => {
  const spare = capacity(page) - heightOf(rows)
  const rooms = growing(rows).length
  return rooms === 0 ? 0 : spare / rooms
}

/** Small rooms are dear, and a page that nothing fills costs a little: the cheapest division is the evenest. */
const costOf = (rows: Row[], page: number): number => {
  const spare = (capacity(page) - heightOf(rows)) / capacity(page)
  const rooms = growing(rows).map(({ height }) => height / (height + grown(rows, page)))
  return rooms.length > 0 ? rooms.reduce((sum, cost) => sum + cost ** 2, 0) : spare ** 2
}

/** A block higher than any page is let go row by row. */
const loosen = (blocks: Block[]): Block[] =>
  blocks.flatMap((block) => (heightOf(block) <= capacity(1) ? [block] : block.map((row) => [row])))

const cheapest = (blocks: Block[], count: number): Laid | null => {
  const known = new Map<string, Laid | null>()
  const from = (start: number, page: number): Laid | null => {
    const key = `${start} ${page}`
    if (!known.has(key)) known.set(key, divide(start, page))
    return known.get(key) ?? null
  }
  const divide = (start: number, page: number): Laid | null => {
    if (page === count) return start === blocks.length ? { pages: [], cost: 0 } : null
    let best: Laid | null = null
    for (let end = start + 1; end <= blocks.length; end += 1) {
      const rows = blocks.slice(start, end).flat()
      if (heightOf(rows) > capacity(page)) break
      const rest = from(end, page + 1)
      const cost = costOf(rows, page) + (rest?.cost ?? 0)
      if (rest && (!best || cost < best.cost)) best = { pages: [rows, ...rest.pages], cost }
    }
    return best
  }
  return from(0, 0)
}

const meanRoom = (pages: Row[][]): number => {
  const rooms = pages.flatMap((rows, page) => growing(rows).map(({ height }) => height + grown(rows, page)))
  return rooms.length === 0 ? Number.POSITIVE_INFINITY : rooms.reduce((sum, room) => sum + room, 0) / rooms.length
}

/** The fewest pages that keep blocks whole and give a fair room for reasons, divided evenly; rooms fill each page. */
export const paginate = (given: Block[]): Row[][] => {
  const blocks = loosen(given)
  for (let count = 1; count <= blocks.length; count += 1) {
    const laid = cheapest(blocks, count)
    const enough = laid && (meanRoom(laid.pages) >= SIZES.fairRoom || count === blocks.length)
    if (enough) return laid.pages.map((rows, page) => fillPage(rows, page))
  }
  throw new Error('A line of this questionnaire is higher than a page: shorten its words')
}

const fillPage = (rows: Row[], page: number): Row[] =>
  rows.map((row) => (row.grows ? { ...row, height: row.height + grown(rows, page) } : row))
