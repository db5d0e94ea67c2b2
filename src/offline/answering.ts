import { answerHere } from './answerHere.ts'
import { nowOf } from './asked.ts'
import { noSignalPage } from './faults.ts'
import type { TabletHouse } from './house.ts'
import { respond } from './respond.ts'
import { isPersonsOnline, routeOf } from './routes.ts'

/** Pages of who the tablet is to somebody: what they may have of the server, and how it is said that there is no signal. */
const fromServer = async (house: TabletHouse, request: Request, path: string): Promise<Response> => {
  const [using, showing] = await Promise.all([house.books.using(), house.books.showing()])
  const person = Boolean(using ?? showing)
  const around = { stall: { size: using?.size ?? null, person }, open: person, now: await nowOf(house) }
  // The tray has everybody's answers: while somebody has the tablet in hand, it is shut, as all that is not theirs.
  const isOpen = person
    ? showing?.online && (isPersonsOnline(path) || routeOf(path)?.route.person)
    : !isPersonsOnline(path)
  if (!isOpen || path === '/stall/key') return respond(house, request, { redirect: '/stall' }, around)
  return fetch(request).catch(() => respond(house, request, noSignalPage, around))
}

/** Answers a page of a paired tablet: by itself, or by the server what only the server has. Not paired, it is in nobody's way. */
export const answerPage = async (house: TabletHouse, request: Request): Promise<Response> => {
  const { pathname } = new URL(request.url)
  if (!(await house.books.pairing())) return fetch(request)
  const found = routeOf(pathname)
  const { online = false } = (await house.books.showing()) ?? {}
  // Who goes on online has their questions there too, and no longer here.
  const isServers = online && found?.route.person && !pathname.startsWith('/handover')
  return found && !isServers ? answerHere(house, found, request) : fromServer(house, request, pathname)
}
