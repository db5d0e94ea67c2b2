import type { Bell } from './bell.ts'

/** How often (ms) is looked for what another process did. */
export const LOOK_MS = 5_000

const LOOKS = 3

/**
 * Yields when a bell rings or what `look` answers is other than before, and after 15 seconds at the latest, until the
 * signal comes. A look that fails is one that saw nothing.
 */
export async function* changesOf(
  bell: Bell,
  look: () => Promise<unknown>,
  name: string,
  signal: AbortSignal,
  lookMs = LOOK_MS,
): AsyncGenerator<void> {
  const listener = bell.listen(name)
  const printed = async (before: string) => JSON.stringify(await look().catch(() => null)) ?? before
  try {
    let seen = await printed('')
    while (!signal.aborted) {
      for (let looks = 0; looks < LOOKS && !signal.aborted; looks += 1) {
        const rung = await listener.next(lookMs, signal)
        const before = seen
        if (!signal.aborted) seen = await printed(seen)
        if (rung || seen !== before) break
      }
      if (!signal.aborted) yield
    }
  } finally {
    listener.end()
  }
}
