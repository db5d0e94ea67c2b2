import type { Rect } from '../placing/placement.ts'
import type { Ticking } from './tickingPlace.ts'

/** Where on the form an option is seen to be chosen; none where it stands on no page. */
export const seenAt = (tick: Ticking): { page: number; box: Rect }[] => {
  if (tick.kind === 'spot') return [tick.spot]
  const places = tick.kind === 'state' ? tick.widgets : tick.surfaces
  return places.flatMap(({ page, box }) => (page === null ? [] : [{ page, box }]))
}
