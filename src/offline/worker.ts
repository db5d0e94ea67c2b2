import { precompiledViews } from '../views/precompiledViews.ts'
import { answerHere } from './answerHere.ts'
import { nowOf } from './asked.ts'
import { noSignalPage } from './faults.ts'
import { type TabletHouse, tabletHouse } from './house.ts'
import type { TabletPack } from './pack.ts'
import { respond } from './respond.ts'
import { isPersonsOnline, routeOf } from './routes.ts'
import type { FetchEvent, Scope } from './scope.ts'

/** What a tablet's script is made of besides code: its pack, and the templates of its pages. */
export type TabletFiles = { pack: TabletPack; templates: Record<string, TemplateSpecification>; assets: string }

const CARRIED = '/tablet/form.json'

/** Begins a service worker that answers a paired tablet's pages. */
export const startWorker = (scope: Scope, { pack, templates, assets }: TabletFiles): void => {
  const named = `tablet ${pack.version}`
  const kept = (address: string) =>
    scope.caches.open(named).then((cache) => cache.match(address, { ignoreSearch: true }))
  const page = precompiledViews(templates, (path) => `/assets/${path}?${assets}`)

  const form = async (): Promise<string> => {
    const answer = (await kept(CARRIED)) ?? (await fetch(CARRIED))
    return answer.text()
  }
  let made: Promise<TabletHouse> | null = null
  const house = (): Promise<TabletHouse> => {
    made ??= tabletHouse({ pack, page, form })
    made.catch(() => (made = null))
    return made
  }

  const isFree = async ({ books }: TabletHouse): Promise<boolean> => !(await books.using()) && !(await books.showing())

  /** A newer release of the site waits until nobody is in the middle of a form. */
  const letNewerIn = async (): Promise<void> => {
    if (scope.registration.waiting && (await isFree(await house())))
      scope.registration.waiting.postMessage({ begin: true })
  }

  const tell = async (): Promise<void> => {
    for (const client of await scope.clients.matchAll()) client.postMessage({ changed: true })
  }

  const round = async (): Promise<void> => {
    const { rounds, online, books } = await house()
    const { signal } = await rounds.go()
    if (signal && (await books.pairing())?.owesCookie) await online.leave()
    await tell()
  }

  const fromServer = async (request: Request, path: string): Promise<Response> => {
    const tablet = await house()
    const around = { stall: { size: 'normal', person: false }, open: false, now: await nowOf(tablet) } as const
    if (isPersonsOnline(path) && !(await tablet.books.showing())?.online)
      return respond(tablet, request, { redirect: '/stall' }, around)
    return fetch(request).catch(() => respond(tablet, request, noSignalPage, around))
  }

  const answer = async (event: FetchEvent, path: string): Promise<Response> => {
    const { request } = event
    const tablet = await house()
    const found = routeOf(path)
    if (!(await tablet.books.pairing())) return fetch(request)
    const isServers = found?.route.person && (await tablet.books.showing())?.online && !path.startsWith('/handover')
    if (!found || isServers) return fromServer(request, path)
    const answered = await answerHere(tablet, found, request)
    if (request.method === 'POST') event.waitUntil(round().then(letNewerIn))
    return answered
  }

  scope.addEventListener('install', (event) => {
    const keep = scope.caches.open(named).then((cache) => cache.addAll([CARRIED, ...pack.files]))
    event.waitUntil(
      keep
        .then(house)
        .then(isFree)
        .then((free) => (free ? scope.skipWaiting() : undefined)),
    )
  })

  scope.addEventListener('activate', (event) => {
    const drop = async () => {
      for (const name of await scope.caches.keys()) if (name !== named) await scope.caches.delete(name)
      await scope.clients.claim()
    }
    event.waitUntil(drop())
  })

  scope.addEventListener('fetch', (event) => {
    const { request } = event
    const { origin, pathname } = new URL(request.url)
    if (origin !== scope.location.origin) return
    const isFile = pathname.startsWith('/assets/')
    const isOurs = request.mode === 'navigate' || routeOf(pathname) !== null
    if (isFile) event.respondWith(kept(pathname).then((file) => file ?? fetch(request)))
    else if (isOurs) event.respondWith(answer(event, pathname))
  })

  scope.addEventListener('message', (event) => {
    const words = event.data as { pair?: string; round?: true; begin?: true }
    const [port] = event.ports
    if (words.begin) event.waitUntil(scope.skipWaiting())
    if (words.round) event.waitUntil(round().then(letNewerIn))
    if (typeof words.pair === 'string') {
      const { pair } = words
      const paired = house().then(({ rounds }) => rounds.paired(pair))
      const said = paired.then(
        () => port?.postMessage({ paired: true }),
        (error: Error) => port?.postMessage({ paired: false, words: error.message }),
      )
      event.waitUntil(said)
    }
  })

  scope.addEventListener('sync', (event) => event.waitUntil(round()))
}
