import { Piscina } from 'piscina'
import type { ShownPage } from './pictures.ts'

/** A small pool that reads and draws pages beside the requests; pages count from 1. `close` ends its threads. */
export type PicturePool = {
  read(bytes: Uint8Array): Promise<ShownPage[]>
  picture(bytes: Uint8Array, page: number, widthPx: number): Promise<Uint8Array>
  close(): Promise<void>
}

/** Two threads at most; a PDF that takes longer than 20 seconds is given up. */
export const startPicturePool = (): PicturePool => {
  const filename = new URL('./pictures.ts', import.meta.url).href
  const pool = new Piscina({ filename, minThreads: 1, maxThreads: 2, idleTimeout: 60_000 })
  const run = (name: string, task: object) => pool.run(task, { name, signal: AbortSignal.timeout(20_000) })
  return {
    read: (bytes) => run('read', { bytes }),
    picture: (bytes, page, widthPx) => run('picture', { bytes, page, widthPx }),
    close: () => pool.close({ force: true }),
  }
}
