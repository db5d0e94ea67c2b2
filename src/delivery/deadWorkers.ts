/** How long (ms of steady time) a worker's beats stand still before what it holds is free. */
export const STILL_MS = 20_000

type Beating = { worker: string; beats: number }

/**
 * Tells which workers are dead: those whose beats stood still for 20 seconds as seen from here, by a time that no clock
 * set forwards or back can touch. `own` never is.
 */
export const makeDeadWorkers = (own: string) => {
  const seen = new Map<string, { beats: number; since: number }>()
  return (workers: Beating[], steady: number): string[] => {
    for (const { worker, beats } of workers) {
      if (seen.get(worker)?.beats !== beats) seen.set(worker, { beats, since: steady })
    }
    for (const worker of seen.keys()) if (!workers.some((one) => one.worker === worker)) seen.delete(worker)
    return [...seen]
      .filter(([worker, { since }]) => worker !== own && steady - since >= STILL_MS)
      .map(([worker]) => worker)
  }
}
