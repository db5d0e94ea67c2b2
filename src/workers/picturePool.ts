import { Piscina } from 'piscina'
import { makeLine } from './line.ts'
import type { ShownPage } from './pictures.ts'

/** Small pools that read and draw pages beside the requests; pages count from 1. `close` ends their threads. */
export type PicturePool = {
  read(bytes: Uint8Array, signal?: AbortSignal): Promise<ShownPage[]>
  /** The same for a form that is about to be sent: it waits for nobody who only looks. */
  release(bytes: Uint8Array): Promise<ShownPage[]>
  picture(bytes: Uint8Array, page: number, widthPx: number, signal?: AbortSignal): Promise<Uint8Array>
  close(): Promise<void>
}

const THREADS = 2
const LIMIT_MS = 20_000
const BUSY =
  'A great many people are looking at their forms at this moment. Your answers are saved: try again in a minute.'

const startPool = (name: string, waiting: number, threads = THREADS) => {
  const filename = new URL('./pictures.ts', import.meta.url).href
  const pool = new Piscina({ filename, name, minThreads: 1, maxThreads: threads, idleTimeout: 60_000 })
  const line = makeLine(threads, waiting, BUSY)
  return {
    // A signal ends the waiting alone: to kill a thread at work costs more than the picture that it draws.
    run: (task: object, signal?: AbortSignal) =>
      line.take(() => pool.run(task, { signal: AbortSignal.timeout(LIMIT_MS) }), signal),
    close: () => pool.close({ force: true }),
  }
}

/**
 * Reading, which pages wait for, never stands behind pictures: each has two threads at most, and a line of its own.
 * A PDF that takes longer than 20 seconds, counted from when its turn came, is given up. Throws Busy.
 */
export const startPicturePool = (): PicturePool => {
  const reading = startPool('read', 100)
  const drawing = startPool('picture', 200)
  const releasing = startPool('read', 100, 1)
  return {
    release: (bytes) => releasing.run({ bytes }),
    read: (bytes, signal) => reading.run({ bytes }, signal),
    picture: (bytes, page, widthPx, signal) => drawing.run({ bytes, page, widthPx }, signal),
    close: async () => void (await Promise.all([reading, drawing, releasing].map((pool) => pool.close()))),
  }
}
