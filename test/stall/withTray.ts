import { Visitor } from '../web/visitor.ts'
import { withHouse } from '../web/withHouse.ts'
import { stallAt } from './stallAt.ts'

type AtTray = Parameters<Parameters<typeof withHouse>[0]>[0] & {
  tablet: Visitor
  atStall: Awaited<ReturnType<typeof stallAt>>
}

/** A house with a stall, and the browser of its paired tablet. */
export const withTray = (
  use: (test: AtTray) => Promise<void>,
  options: Parameters<typeof withHouse>[1] = {},
): Promise<void> =>
  withHouse(async (test) => {
    const atStall = await stallAt(test.house)
    const tablet = new Visitor(test.address)
    tablet.cookies.set('shift', atStall.key)
    await use({ ...test, tablet, atStall })
  }, options)
