import { setTimeout as pause } from 'node:timers/promises'

/** Waits for something to be so, looking every few milliseconds; throws with `what` when it is not within `withinMs`. */
export const until = async <T>(
  look: () => T | Promise<T>,
  what: string,
  withinMs = 30_000,
): Promise<NonNullable<T>> => {
  const end = performance.now() + withinMs
  for (;;) {
    const found = await look()
    if (found) return found
    if (performance.now() > end) throw new Error(`It was waited ${withinMs / 1000} s in vain: ${what}`)
    await pause(5)
  }
}
