/** What a service worker stands in, as far as this one uses it: TypeScript has no words for a worker beside a page. */
export type Scope = {
  location: Location
  registration: {
    waiting: { postMessage(words: unknown): void } | null
    sync?: { register(tag: string): Promise<void> }
  }
  caches: CacheStorage
  clients: {
    claim(): Promise<void>
    matchAll(): Promise<{ postMessage(words: unknown): void }[]>
  }
  skipWaiting(): Promise<void>
  addEventListener<Name extends keyof Events>(name: Name, hear: (event: Events[Name]) => void): void
}

/** An event that lasts until its work is done. */
export type Lasting = { waitUntil(work: Promise<unknown>): void }

/** A request that the worker may answer. */
export type FetchEvent = Lasting & { request: Request; respondWith(answer: Promise<Response>): void }

type Events = {
  install: Lasting
  activate: Lasting
  sync: Lasting
  fetch: FetchEvent
  message: Lasting & { data: unknown; ports: readonly MessagePort[] }
}
