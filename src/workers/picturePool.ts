import { Piscina } from 'piscina'
import type { FormToRead, Released } from '../pdf/seeing/released.ts'
import { makeLine } from './line.ts'
import type { ReleaseTask } from './release.ts'

/** Small pools that read and draw pages beside the requests; pages count from 1. `close` ends their threads. */
export type PicturePool = {
  /** Holds every word and tick of a filled form against its rendered pages. */
  read(form: FormToRead, signal?: AbortSignal): Promise<Released>
  /** The same for a form that is about to be sent: it waits for nobody who only looks. */
  release(form: FormToRead): Promise<Released>
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

// A blank form goes by a name in the threads, which keep what it looks like, and lies in memory that they share.
const blanks = new WeakMap<Uint8Array, { form: string; head: Uint8Array }>()
let named = 0

const share = (head: Uint8Array): { form: string; head: Uint8Array } => {
  const known = blanks.get(head)
  if (known) return known
  const shared = new Uint8Array(new SharedArrayBuffer(head.length))
  shared.set(head)
  const blank = { form: `form ${++named}`, head: shared }
  blanks.set(head, blank)
  return blank
}

const taskOf = ({ head, tail, expected }: FormToRead): ReleaseTask => ({ ...share(head), tail, expected })

/**
 * Reading, which pages wait for, never stands behind pictures: each has two threads at most, and a line of its own.
 * A PDF that takes longer than 20 seconds, counted from when its turn came, is given up. Throws Busy.
 */
export const startPicturePool = (): PicturePool => {
  const reading = startPool('release', 100)
  const drawing = startPool('picture', 200)
  const releasing = startPool('release', 100, 1)
  return {
    release: (form) => releasing.run(taskOf(form)),
    read: (form, signal) => reading.run(taskOf(form), signal),
    picture: (bytes, page, widthPx, signal) => drawing.run({ bytes, page, widthPx }, signal),
    close: async () => void (await Promise.all([reading, drawing, releasing].map((pool) => pool.close()))),
  }
}
