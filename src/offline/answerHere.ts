import type { Outcome } from '../pages/outcome.ts'
import type { PageRequest } from '../pages/request.ts'
import type { Controller } from '../pages/site.ts'
import { nowOf, pageRequestOn } from './asked.ts'
import { faultOn, notAllowedPage } from './faults.ts'
import type { TabletHouse } from './house.ts'
import { clearLeft, comesThrough, isLeft, saysIdle } from './leftAlone.ts'
import { respond } from './respond.ts'
import type { TabletRoute } from './routes.ts'

/** Who uses the tablet; nobody where they have no response any more: its end was cut off between two steps. */
const usersOf = async ({ books, site }: TabletHouse) => {
  const [using, showing] = await Promise.all([books.using(), books.showing()])
  const isWhole = !using || (await site.responses.openBy('visit', using.visit)) !== null
  if (!isWhole) await books.put('using', null)
  return { using: isWhole ? using : undefined, showing }
}

const outcomeOf = (house: TabletHouse, route: TabletRoute, method: string, request: PageRequest) => {
  const controller: Controller | undefined = method === 'POST' ? route.post : route.get
  if (!controller) return notAllowedPage
  if (route.person && !request.response) return { redirect: '/stall' }
  return controller(house.site, request)
}

const answerNow = async (
  house: TabletHouse,
  { route, params }: { route: TabletRoute; params: Record<string, string> },
  request: Request,
): Promise<Response> => {
  let asked: PageRequest | null = null
  let outcome: Outcome
  try {
    const { using, showing } = await usersOf(house)
    asked = await pageRequestOn(house, request, params, using)
    if (isLeft(house, using ?? showing) && !comesThrough(route)) {
      await clearLeft(house, asked)
      asked = { ...asked, key: null, response: null }
    }
    outcome = saysIdle(route, asked)
      ? await clearLeft(house, asked)
      : await outcomeOf(house, route, request.method, asked)
    await house.books.touch(house.clock())
  } catch (error) {
    house.failed(error)
    outcome = faultOn(house.site, asked, error)
  }
  const [using, showing] = await Promise.all([house.books.using(), house.books.showing()])
  const stall = { size: using?.size ?? 'normal', person: Boolean(using ?? showing) } as const
  return respond(house, request, outcome, { stall, open: Boolean(using), now: await nowOf(house) })
}

/** Answers a request to an address of the tablet's own: what changes something one after the other, as if each were alone. */
export const answerHere = (
  house: TabletHouse,
  found: { route: TabletRoute; params: Record<string, string> },
  request: Request,
): Promise<Response> => {
  const isPicture = found.route.path.startsWith('/check/pages/')
  return isPicture ? answerNow(house, found, request) : house.inTurn(() => answerNow(house, found, request))
}
