import type { Outcome } from '../pages/outcome.ts'
import type { PageRequest } from '../pages/request.ts'
import { clearTablet } from '../pages/shift.ts'
import type { Controller } from '../pages/site.ts'
import { nowOf, pageRequestOn } from './asked.ts'
import { faultOn } from './faults.ts'
import type { TabletHouse } from './house.ts'
import type { Showing, Using } from './kept.ts'
import { respond } from './respond.ts'
import type { TabletRoute } from './routes.ts'

/** How long (ms) a tablet may lie untouched before its person is taken to have gone; its pages clear it sooner, while they are open. */
export const LEFT_ALONE_MS = 120_000

const isLeft = ({ clock }: TabletHouse, touched: Using | Showing | undefined): boolean =>
  touched !== undefined && clock() - touched.touchedAt > LEFT_ALONE_MS

/** Clears the tablet of somebody who left it while no page of it was open to see to that. */
const clearLeft = async (house: TabletHouse, request: PageRequest): Promise<PageRequest> => {
  await clearTablet(house.site, { ...request, fields: { why: ['idle'] } })
  return { ...request, key: null, response: null }
}

/** Who uses the tablet; nobody where they have no response any more: its end was cut off between two steps. */
const usersOf = async ({ books, site }: TabletHouse) => {
  const [using, showing] = await Promise.all([books.using(), books.showing()])
  const isWhole = !using || (await site.responses.openBy('visit', using.visit)) !== null
  if (!isWhole) await books.put('using', null)
  return { using: isWhole ? using : undefined, showing }
}

const tellNotAllowed: Outcome = {
  page: 'refused',
  status: 405,
  view: {
    heading: 'That does not work here',
    text: 'This address does not take what the browser sent.',
    typed: [],
    back: { href: '/stall', label: 'To the shift' },
  },
}

const outcomeOf = (house: TabletHouse, route: TabletRoute, method: string, request: PageRequest) => {
  const controller: Controller | undefined = method === 'POST' ? route.post : route.get
  if (!controller) return tellNotAllowed
  if (route.person && !request.response) return { redirect: '/stall' }
  return controller(house.site, request)
}

/** Answers a request to an address of the tablet's own. */
export const answerHere = async (
  house: TabletHouse,
  { route, params }: { route: TabletRoute; params: Record<string, string> },
  request: Request,
): Promise<Response> => {
  let asked: PageRequest | null = null
  let outcome: Outcome
  try {
    const { using, showing } = await usersOf(house)
    asked = await pageRequestOn(house, request, params, using)
    if (isLeft(house, using ?? showing)) asked = await clearLeft(house, asked)
    outcome = await outcomeOf(house, route, request.method, asked)
    await house.books.touch(house.clock())
  } catch (error) {
    console.error(error)
    outcome = faultOn(house.site, asked, error)
  }
  const [using, showing] = await Promise.all([house.books.using(), house.books.showing()])
  const stall = { size: using?.size ?? 'normal', person: Boolean(using ?? showing) } as const
  return respond(house, request, outcome, { stall, open: Boolean(using), now: await nowOf(house) })
}
