import { grown, heightOf, type Row, roomsOf } from './row.ts'
import { capacityOf } from './sheet.ts'

type Division = { pages: Row[][]; cost: number }

/** Small rooms are dear, and a page that nothing fills costs a little: the cheapest division is the evenest. */
const costOf = (rows: Row[], page: number): number => {
  const capacity = capacityOf(page)
  const rooms = roomsOf(grown(rows, capacity)).map((room) => SCALE / room)
  return rooms.length > 0 ? rooms.reduce((sum, cost) => sum + cost ** 2, 0) : (1 - heightOf(rows) / capacity) ** 2
}

const SCALE = 100

/** Blocks over exactly `count` pages, as evenly as can be, or null where they do not fit so. */
export const divide = (blocks: Row[][], count: number): Row[][] | null => {
  const known = new Map<string, Division | null>()
  const from = (start: number, page: number): Division | null => {
    const key = `${start} ${page}`
    if (!known.has(key)) known.set(key, cheapest(start, page))
    return known.get(key) ?? null
  }
  const cheapest = (start: number, page: number): Division | null => {
    if (page === count) return start === blocks.length ? { pages: [], cost: 0 } : null
    let best: Division | null = null
    for (let end = start + 1; end <= blocks.length; end += 1) {
      const rows = blocks.slice(start, end).flat()
      if (heightOf(rows) > capacityOf(page)) break
      const rest = from(end, page + 1)
      const cost = costOf(rows, page) + (rest?.cost ?? 0)
      if (rest && (!best || cost < best.cost)) best = { pages: [rows, ...rest.pages], cost }
    }
    return best
  }
  return from(0, 0)?.pages ?? null
}
