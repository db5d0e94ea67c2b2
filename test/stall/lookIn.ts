import type { Page } from 'playwright-core'

/** Looks again where a page went away under the look. */
const patiently = async <T>(look: () => Promise<T>): Promise<T> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await look()
    } catch (error) {
      if (tries === 5 || !/context was destroyed|navigat/i.test(String(error))) throw error
    }
  }
}

/** What a page shows and holds in its fields, and its address. */
const shownIn = (page: Page): Promise<string> =>
  patiently(() =>
    page.evaluate(() => {
      const fields = [...document.querySelectorAll('input, textarea, select')] as HTMLInputElement[]
      return [location.href, document.documentElement.outerHTML, ...fields.map(({ value }) => value)].join('\n')
    }),
  )

/** Everything that the site keeps in this browser as scripts see it: storage, caches, databases. */
const keptIn = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const found: string[] = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })]
    const say = (value: unknown): string => {
      if (value instanceof Uint8Array) return new TextDecoder('latin1').decode(value)
      if (value && typeof value === 'object')
        return Object.entries(value)
          .map(([k, v]) => `${k}: ${say(v)}`)
          .join('\n')
      return String(value)
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys())
        found.push(request.url, (await (await cache.match(request))?.text()) ?? '')
    }
    const answered = <T>(asked: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        asked.onsuccess = () => resolve(asked.result)
        asked.onerror = () => reject(asked.error)
      })
    for (const { name } of await indexedDB.databases()) {
      const db = await answered(indexedDB.open(name!))
      for (const store of db.objectStoreNames) {
        const within = db.transaction(store).objectStore(store)
        found.push(say(await answered(within.getAllKeys())), say(await answered(within.getAll())))
      }
      db.close()
    }
    return found.join('\n')
  })

const namesIn = (words: string[], where: string, text: string) =>
  words.filter((word) => text.includes(word)).map((word) => ({ word, where }))

/** Which of these words a page shows. */
export const wordsShown = async (page: Page, words: string[]) => namesIn(words, page.url(), await shownIn(page))

/** Which of these words the site keeps in the browser of a page. */
export const wordsKept = async (page: Page, words: string[]) => namesIn(words, 'kept by the site', await keptIn(page))
