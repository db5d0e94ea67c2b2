import type { FormToRead } from '../pdf/seeing/released.ts'
import { type Line, makeLine } from './line.ts'
import type { PicturePool } from './picturePool.ts'

const AT_ONCE = 2
const WAITING = 60
const BUSY = 'These pages are being asked for many times at once. Your answers are saved: try again in a minute.'

// By the browser's key; the signal says that nobody waits any more.
type Asker = { visitor: string; signal?: AbortSignal }

/** A line for each visitor who has work in it. */
const linesOfVisitors = () => {
  const lines = new Map<string, Line>()
  return async <T>({ visitor, signal }: Asker, work: () => Promise<T>): Promise<T> => {
    const line = lines.get(visitor) ?? makeLine(AT_ONCE, WAITING, BUSY)
    lines.set(visitor, line)
    try {
      return await line.take(work, signal)
    } finally {
      if (line.length() === 0) lines.delete(visitor)
    }
  }
}

/** A picture pool that does two things of a kind at a time for one visitor; sixty more of theirs wait. Throws Busy. */
export const sharedFairly = (pool: PicturePool) => {
  const [reading, drawing] = [linesOfVisitors(), linesOfVisitors()]
  return {
    read: (form: FormToRead, asker: Asker) => reading(asker, () => pool.read(form, asker.signal)),
    picture: (bytes: Uint8Array, page: number, widthPx: number, asker: Asker) =>
      drawing(asker, () => pool.picture(bytes, page, widthPx, asker.signal)),
  }
}
