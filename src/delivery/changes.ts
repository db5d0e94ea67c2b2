import type { Bell } from './bell.ts'

/** How often (ms) is looked for what another process did. */
export const LOOK_MS = 5_000

/** So often (ms) a watcher is told in any case. */
const AT_LATEST_MS = 15_000

/** Watchers at once: the few windows of one person, and all there may be. Whoever comes later sees it by reloading. */
export const WATCHERS = { ofOne: 4, ofAll: 400 }

// A look that fails is one that saw nothing.
const patrol = async (bell: Bell, look: () => Promise<string>, name: string, signal: AbortSignal, lookMs: number) => {
  const listener = bell.listen(name)
  const printed = (before: string) => look().catch(() => before)
  let seen = await printed('')
  while (!signal.aborted) {
    const rung = await listener.next(lookMs, signal)
    const before = seen
    if (!signal.aborted) seen = await printed(before)
    if (!rung && seen !== before) bell.ring(name)
  }
  listener.end()
}

/**
 * Watches names, with one look for all who watch the same. Yields when its bell rings or `look` answers other words than
 * before, and after 15 seconds at the latest, until the signal comes; null where too many watch already.
 */
export const makeChanges = (bell: Bell, look: (name: string) => Promise<string>, lookMs = LOOK_MS) => {
  const watched = new Map<string, { watchers: number; end: AbortController }>()
  let all = 0

  const join = (name: string) => {
    const known = watched.get(name) ?? { watchers: 0, end: new AbortController() }
    if (known.watchers === 0) void patrol(bell, () => look(name), name, known.end.signal, lookMs)
    watched.set(name, known)
    known.watchers += 1
    all += 1
    return () => {
      known.watchers -= 1
      all -= 1
      if (known.watchers > 0) return
      known.end.abort()
      watched.delete(name)
    }
  }

  async function* changesOf(name: string, signal: AbortSignal): AsyncGenerator<void> {
    const leave = join(name)
    const listener = bell.listen(name)
    try {
      while (!signal.aborted) {
        await listener.next(AT_LATEST_MS, signal)
        if (!signal.aborted) yield
      }
    } finally {
      listener.end()
      leave()
    }
  }

  return (name: string, signal: AbortSignal): AsyncIterable<void> | null =>
    all >= WATCHERS.ofAll || (watched.get(name)?.watchers ?? 0) >= WATCHERS.ofOne ? null : changesOf(name, signal)
}
