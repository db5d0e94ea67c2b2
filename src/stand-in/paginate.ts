import { divide } from './divide.ts'
import { grown, heightOf, type Row, roomsOf } from './row.ts'
import { capacityOf, SIZES } from './sheet.ts'

/** A block higher than any page is let go row by row. */
const loosen = (blocks: Row[][]): Row[][] =>
  blocks.flatMap((block, at) => (heightOf(block) <= capacityOf(at) ? [block] : block.map((row) => [row])))

const filled = (pages: Row[][]): Row[][] => pages.map((rows, page) => grown(rows, capacityOf(page)))

const meanRoom = (pages: Row[][]): number => {
  const rooms = pages.flatMap(roomsOf)
  return rooms.length === 0 ? SIZES.fairRoom : rooms.reduce((sum, room) => sum + room, 0) / rooms.length
}

/**
 * The fewest pages that keep each block whole and give fair rooms for reasons, as long as a page more gives more room.
 * Rooms grow to fill their page. Throws where one row is higher than a page.
 */
export const paginate = (given: Row[][]): Row[][] => {
  const blocks = loosen(given)
  let chosen: Row[][] | null = null
  for (let count = 1; count <= blocks.length; count += 1) {
    const divided = divide(blocks, count)
    if (!divided) continue
    const pages = filled(divided)
    if (chosen && meanRoom(pages) <= meanRoom(chosen)) return chosen
    chosen = pages
    if (meanRoom(chosen) >= SIZES.fairRoom) return chosen
  }
  if (!chosen) throw new Error('A line of this questionnaire is higher than a page: shorten its words')
  return chosen
}
