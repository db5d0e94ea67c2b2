import { type Line, makeLine } from './line.ts'
import type { PicturePool } from './picturePool.ts'

const AT_ONCE = 2
const WAITING = 60
const BUSY = 'These pages are being asked for many times at once. Your answers are saved: try again in a minute.'

// By the browser's key; the signal says that nobody waits any more.
type PictureAsker = { visitor: string; signal?: AbortSignal }

/** A picture pool in which one visitor has two pictures drawn at a time; more of theirs wait, sixty at most. Throws Busy. */
export const sharedFairly = (pool: PicturePool) => {
  const lines = new Map<string, Line>()

  const picture = async (bytes: Uint8Array, page: number, widthPx: number, { visitor, signal }: PictureAsker) => {
    const line = lines.get(visitor) ?? makeLine(AT_ONCE, WAITING, BUSY)
    lines.set(visitor, line)
    try {
      return await line.take(() => pool.picture(bytes, page, widthPx, signal), signal)
    } finally {
      if (line.length() === 0) lines.delete(visitor)
    }
  }

  return { read: (bytes: Uint8Array) => pool.read(bytes), picture }
}
