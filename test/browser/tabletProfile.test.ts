import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { until } from '../promises/waiting.ts'
import { makeWords } from '../stall/canaries.ts'
import { step } from '../stall/steps.ts'
import { tracesOnDisk } from '../stall/traces.ts'
import { type Street, withStreet } from '../stall/withTablet.ts'

// What the tests of tablets stand on: a real profile, a road that can be cut, and a look at the disk that finds what is there.

const worker = `
  addEventListener('install', () => skipWaiting())
  addEventListener('activate', (event) => event.waitUntil(clients.claim()))
  addEventListener('fetch', (event) => {
    const { pathname } = new URL(event.request.url)
    if (pathname.startsWith('/own')) event.respondWith(new Response('by the tablet', { headers: { 'content-type': 'text/html' } }))
  })`

/** Pages of a server that knows nothing, at the far end of a road. */
const withPages = (use: (street: Street) => Promise<void>) =>
  withStreet(async (street) => {
    const server = createServer((req, res) => {
      const type = req.url === '/worker.js' ? 'text/javascript' : 'text/html'
      res.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' })
      res.end(req.url === '/worker.js' ? worker : `<title>${req.url}</title><textarea></textarea>`)
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    street.road.leadTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    try {
      await use(street)
    } finally {
      server.closeAllConnections()
      server.close()
    }
  })

const makeReady = (page: Page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.register('/worker.js')
    await navigator.serviceWorker.ready
  })

test('a tablet trusts the road, and its worker answers when the road is cut and after a kill -9', () =>
  withPages(async ({ road, tablet }) => {
    const { page, kill } = await tablet()
    await page.goto(`${road.address}/`)
    expect(await page.evaluate(() => isSecureContext)).toBe(true)
    await makeReady(page)
    road.cut()
    await expect(page.goto(`${road.address}/theirs`)).rejects.toThrow(/ERR_CONNECTION/)
    await page.waitForURL('chrome-error:**')
    await page.goto(`${road.address}/own`)
    expect(await page.textContent('body')).toBe('by the tablet')
    await kill()
    const again = await tablet()
    await again.page.goto(`${road.address}/own`)
    expect(await again.page.textContent('body')).toBe('by the tablet')
  }))

test('the back-forward cache is on: what was typed is there again after Back', () =>
  withPages(async ({ road, tablet }) => {
    const { page } = await tablet()
    const [word] = makeWords(1)
    await page.goto(`${road.address}/one`)
    await page.locator('textarea').fill(word!)
    await page.goto(`${road.address}/two`)
    await step(page, -1)
    await page.waitForURL('**/one', { waitUntil: 'commit' })
    expect(await page.locator('textarea').inputValue()).toBe(word)
  }))

const leave = {
  localStorage: (word: string) => localStorage.setItem('answer', word),
  'an address': (word: string) => history.replaceState(null, '', `/one?${word}`),
  'a cache': (word: string) => caches.open('all').then((cache) => cache.put('/kept', new Response(word))),
  'a database': (word: string) =>
    new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open('all', 1)
      opening.onupgradeneeded = () => opening.result.createObjectStore('answers')
      opening.onsuccess = () => {
        const writing = opening.result.transaction('answers', 'readwrite', { durability: 'strict' })
        writing.objectStore('answers').put({ words: `${word} – ${'and so on. '.repeat(500)}` }, 'one')
        writing.oncomplete = () => resolve()
        writing.onerror = () => reject(writing.error)
      }
    }),
}

test('what is left on a tablet is found on its disk, wherever it was left; what is not, is not', () =>
  withPages(async ({ road, tablet, profile }) => {
    const ways = Object.entries(leave)
    const words = makeWords(ways.length + 1)
    const { page, quit } = await tablet()
    for (const [at, [, way]] of ways.entries()) {
      await page.goto(`${road.address}/one`)
      await page.evaluate(way, words[at]!)
    }
    await quit()
    const found = new Set(tracesOnDisk(words, profile()).map(({ word }) => word))
    expect(ways.filter((_, at) => !found.has(words[at]!)).map(([name]) => name)).toEqual([])
    expect(found.has(words.at(-1)!)).toBe(false)
  }))

test('tabs that were open are opened again after a crash', () =>
  withPages(async ({ road, tablet, profile }) => {
    const { page, context, kill } = await tablet()
    await page.goto(`${road.address}/one`)
    const other = await context.newPage()
    await other.goto(`${road.address}/two`)
    await until(() => tracesOnDisk([`${road.address}/two`], `${profile()}/Default/Sessions`).length > 0, 'its session')
    await kill()
    const again = await tablet()
    const paths = () => again.context.pages().map((one) => new URL(one.url()).pathname)
    await until(() => paths().includes('/one') && paths().includes('/two'), 'both tabs')
  }))
