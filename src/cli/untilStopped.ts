const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/** Does a work that can stop between two steps: asked to end, the process ends when the work has seen it, and not within a step. */
export const untilStopped = async <T>(work: (stopped: () => boolean) => Promise<T>): Promise<T> => {
  let asked = false
  const ask = () => {
    asked = true
  }
  for (const signal of SIGNALS) process.on(signal, ask)
  try {
    return await work(() => asked)
  } finally {
    for (const signal of SIGNALS) process.off(signal, ask)
  }
}
