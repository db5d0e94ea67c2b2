import type { Area } from '../../src/pdf/boxes/surface.ts'
import { drawPage } from '../pdf/paper.ts'

const WHITE = 250
const STEP = 4 // points
const MARGIN = 24

/** A rectangle of a size in points on a page as it is shown where nothing is printed, beside `taken`; null for none. */
export const whitePlace = async (
  bytes: Uint8Array,
  page: number,
  width: number,
  height: number,
  taken: Area | null = null,
): Promise<Area | null> => {
  const drawn = await drawPage(bytes, page, 72, true)
  const isWhite = (x: number, y: number): boolean => {
    for (let row = y; row < y + height; row++)
      for (let column = x; column < x + width; column++)
        if ((drawn.grey[row * drawn.width + column] ?? 0) < WHITE) return false
    return true
  }
  const isFree = (y: number) => !taken || y + height < taken.y || y > taken.y + taken.height
  for (let y = MARGIN; y + height < drawn.height - MARGIN; y += STEP)
    for (let x = MARGIN; x + width < drawn.width - MARGIN; x += STEP)
      if (isFree(y) && isWhite(x, y)) return { page, x, y, width, height }
  return null
}
