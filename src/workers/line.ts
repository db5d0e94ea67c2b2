/** More people want the same thing than can wait for it; the message is what a person is told. */
export class Busy extends Error {}

/** Slow work that is done a few at a time; the rest stand in line, first come first served. */
export type Line = {
  /** Does the work when its turn comes. Throws Busy when the line is full, the signal's reason when it ends the waiting. */
  take<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T>
  /** How many are at work or wait. */
  length(): number
}

/** `atOnce` are at work, `waiting` more may stand in line, everybody else is told `words`. */
export const makeLine = (atOnce: number, waiting: number, words: string): Line => {
  let working = 0
  const line: (() => void)[] = []

  const turn = (signal: AbortSignal | undefined) =>
    new Promise<void>((resolve, reject) => {
      const leave = () => {
        line.splice(line.indexOf(step), 1)
        reject(signal?.reason)
      }
      const step = () => {
        signal?.removeEventListener('abort', leave)
        resolve()
      }
      line.push(step)
      signal?.addEventListener('abort', leave, { once: true })
    })

  // The place goes from hand to hand: were it free for a moment, somebody new could step before those who wait.
  const handOn = () => {
    const next = line.shift()
    if (next) next()
    else working -= 1
  }

  return {
    length: () => working + line.length,
    async take(work, signal) {
      signal?.throwIfAborted()
      if (working < atOnce) working += 1
      else if (line.length < waiting) await turn(signal)
      else throw new Busy(words)
      try {
        return await work()
      } finally {
        handOn()
      }
    },
  }
}
