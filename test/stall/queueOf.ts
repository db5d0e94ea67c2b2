import type { Page } from 'playwright-core'

/** What somebody who holds a tablet can take out of it: its pairing key, and what waits on it as it lies there. */
export const queueOf = (page: Page): Promise<{ key: string; entries: { id: string; sealed: number[] }[] }> =>
  page.evaluate(async () => {
    const answered = <T>(asked: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        asked.onsuccess = () => resolve(asked.result)
        asked.onerror = () => reject(asked.error)
      })
    const db = await answered(indexedDB.open('tablet'))
    const within = db.transaction(['queue', 'pairing'])
    const entries: { id: string; sealed: Uint8Array }[] = await answered(within.objectStore('queue').getAll())
    const { key } = await answered(within.objectStore('pairing').get('now'))
    db.close()
    return { key, entries: entries.map(({ id, sealed }) => ({ id, sealed: [...sealed] })) }
  })
