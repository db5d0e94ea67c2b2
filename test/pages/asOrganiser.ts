import type { Outcome } from '../../src/pages/outcome.ts'
import type { PageRequest } from '../../src/pages/request.ts'
import type { Controller, Site } from '../../src/pages/site.ts'
import { stallAt } from '../stall/stallAt.ts'
import { type TestHouse, withHouse } from '../web/withHouse.ts'
import { organiserSite, requestAt } from './organiserSite.ts'

type AtDesk = TestHouse &
  Awaited<ReturnType<typeof stallAt>> & {
    ask(controller: Controller, more?: Partial<PageRequest>): Outcome | Promise<Outcome>
    site: Site
    home: string
    reference: string
  }

/** Lets a test ask controllers as a signed-in organiser, of a stall with one response in its tray. */
export const asOrganiser = (use: (test: AtDesk) => Promise<void>): Promise<void> =>
  withHouse(async (test) => {
    const { house } = test
    const { site: desk, signedIn } = organiserSite()
    const site = { ...house.site, organisers: desk.organisers }
    const atStall = await stallAt(house)
    const { reference } = await atStall.bring()
    const organiserKey = await signedIn()
    const ask = (controller: Controller, more: Partial<PageRequest> = {}) =>
      controller(site, requestAt({ params: { id: atStall.stall.id }, organiserKey, ...more }))
    await use({ ...test, ...atStall, ask, site, home: `/organiser/stalls/${atStall.stall.id}`, reference })
  })
