/** Somebody who waits for a bell: what rang while they were busy is not lost. */
export type Listener = {
  /** True when the bell rang since the last time, or rings within `ms`; false when it stays quiet, or the signal comes. */
  next(ms: number, signal?: AbortSignal): Promise<boolean>
  end(): void
}

/** Tells within this process that something changed, by name. */
export type Bell = { ring(name: string): void; listen(name: string): Listener }

const makeListener = (end: () => void): Listener & { rung(): void } => {
  let rung = false
  let wake = () => {}
  return {
    end,
    rung() {
      rung = true
      wake()
    },
    async next(ms, signal) {
      const { promise, resolve } = Promise.withResolvers<void>()
      wake = resolve
      const timer = setTimeout(resolve, ms)
      const over = () => resolve()
      signal?.addEventListener('abort', over, { once: true })
      if (rung || signal?.aborted) resolve()
      await promise
      clearTimeout(timer)
      signal?.removeEventListener('abort', over)
      const heard = rung
      rung = false
      return heard
    },
  }
}

/** A bell that nobody listens to yet. */
export const makeBell = (): Bell => {
  const listeners = new Map<string, Set<{ rung(): void }>>()
  return {
    ring: (name) => {
      for (const listener of listeners.get(name) ?? []) listener.rung()
    },
    listen(name) {
      const all = listeners.get(name) ?? new Set()
      listeners.set(name, all)
      const listener = makeListener(() => {
        all.delete(listener)
        if (all.size === 0 && listeners.get(name) === all) listeners.delete(name)
      })
      all.add(listener)
      return listener
    },
  }
}
