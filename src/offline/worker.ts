import { machineClock } from '../clock.ts'
import { precompiledViews } from '../views/precompiledViews.ts'
import { answerPage } from './answering.ts'
import { cannotAnswer } from './cannotAnswer.ts'
import { type TabletHouse, tabletHouse } from './house.ts'
import type { TabletPack } from './pack.ts'
import { releaseFiles } from './releaseFiles.ts'
import { routeOf } from './routes.ts'
import type { Scope } from './scope.ts'
import { askingAs } from './server.ts'

/** What a tablet's script is made of besides code: its pack, the templates of its pages, the print in addresses of assets. */
export type ScriptData = { pack: TabletPack; templates: Record<string, TemplateSpecification>; assets: string }

/** Words of pages and of another release to this worker. */
type Told = { pair?: string; round?: true; begin?: true; touched?: true }

/** Begins a service worker that answers a paired tablet's pages. */
export const startWorker = (scope: Scope, { pack, templates, assets }: ScriptData): void => {
  const files = releaseFiles(scope.caches, pack)
  const page = precompiledViews(templates, (path) => `/assets/${path}?${assets}`)

  let made: Promise<TabletHouse> | null = null
  const forget = (): void => {
    made = null
  }
  const house = (): Promise<TabletHouse> => {
    made ??= tabletHouse({
      ...{ pack, page, form: files.form, ask: askingAs, clock: machineClock },
      ...{ failed: console.error, closed: forget },
    })
    made.catch(forget)
    return made
  }

  const isFree = async (): Promise<boolean> => {
    const { books } = await house()
    return !(await books.using()) && !(await books.showing())
  }

  /** A newer release of the site waits until nobody is in the middle of a form. */
  const letNewerIn = async (): Promise<void> => {
    const { waiting } = scope.registration
    if (waiting && (await isFree())) waiting.postMessage({ begin: true } satisfies Told)
  }

  const round = async (): Promise<void> => {
    const { rounds, online } = await house()
    const { signal } = await rounds.go()
    if (signal) await online.leave()
    for (const client of await scope.clients.matchAll()) client.postMessage({ changed: true })
    await letNewerIn()
  }

  const pair = async (key: string, port: MessagePort | undefined): Promise<void> => {
    const { rounds } = await house()
    await rounds.pair(key).then(
      () => port?.postMessage({ paired: true }),
      (error: Error) => port?.postMessage({ paired: false, words: error.message }),
    )
  }

  scope.addEventListener('install', (event) => {
    const takeIn = async () => {
      await files.take()
      if (await isFree()) await scope.skipWaiting()
    }
    event.waitUntil(takeIn())
  })

  scope.addEventListener('activate', (event) => {
    event.waitUntil(files.dropOthers().then(() => scope.clients.claim()))
  })

  scope.addEventListener('fetch', (event) => {
    const { request } = event
    const { origin, pathname } = new URL(request.url)
    if (origin !== scope.location.origin) return
    if (pathname.startsWith('/assets/'))
      return event.respondWith(files.kept(pathname).then((file) => file ?? fetch(request)))
    if (request.mode !== 'navigate' && !routeOf(pathname)) return
    const answered = house()
      .then((tablet) => answerPage(tablet, request))
      .catch((error) => {
        console.error(error)
        forget()
        return cannotAnswer(request)
      })
    event.respondWith(answered)
    if (request.method !== 'POST') return
    // Where the browser can wake us once there is signal again, it does.
    event.waitUntil(Promise.resolve(scope.registration.sync?.register('queue')).catch(() => {}))
    event.waitUntil(answered.then(round))
  })

  scope.addEventListener('message', (event) => {
    const { pair: key, round: goes, begin, touched } = event.data as Told
    if (begin) event.waitUntil(scope.skipWaiting())
    if (goes) event.waitUntil(round())
    if (touched) event.waitUntil(house().then(({ books }) => books.touch(machineClock())))
    if (typeof key === 'string') event.waitUntil(pair(key, event.ports[0]))
  })

  scope.addEventListener('sync', (event) => event.waitUntil(round()))
}
