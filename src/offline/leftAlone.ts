import type { Outcome } from '../pages/outcome.ts'
import type { PageRequest } from '../pages/request.ts'
import { clearTablet } from '../pages/shift.ts'
import type { TabletHouse } from './house.ts'
import type { Showing, Using } from './kept.ts'
import type { TabletRoute } from './routes.ts'

/** How long (ms) a tablet may lie untouched before its person is taken to have gone; its pages clear it sooner, while they are open. */
export const LEFT_ALONE_MS = 120_000

/** Whether whoever uses a tablet has gone, as far as it can tell. */
export const isLeft = ({ clock, left }: TabletHouse, touched: Using | Showing | undefined): boolean =>
  touched !== undefined && (left.alone || clock() - touched.touchedAt > LEFT_ALONE_MS)

/**
 * Clears the tablet of somebody who left it. Where what they finished cannot be kept, on a full tablet, it is shut: nobody sees
 * their answers, each request tries again, and only the rescue file and a deliberate Stop come through.
 */
export const clearLeft = async (house: TabletHouse, request: PageRequest): Promise<Outcome> => {
  house.left.alone = true
  const outcome = await clearTablet(house.site, { ...request, fields: { why: ['idle'] } })
  house.left.alone = false
  return outcome
}

/** Whether a page says that nobody touches the tablet any more. */
export const saysIdle = ({ path }: TabletRoute, { fields }: PageRequest): boolean =>
  path === '/stall/clear' && fields.why?.[0] === 'idle'

/** What a tablet does all the same while somebody's end cannot be kept. */
export const comesThrough = ({ path }: TabletRoute): boolean => path === '/stall/rescue' || path === '/stall/clear'
