import { Piscina } from 'piscina'
import type { Mismatch } from '../pdf/seeing/readBack.ts'
import type { RunPart } from './releaseRun.ts'

/** Two threads that look at the responses of one print run; `close` ends them. */
export type RunReader = {
  /** What is not seen of some responses, one list for each. */
  read(parts: RunPart[]): Promise<Mismatch[][]>
  close(): Promise<void>
}

const THREADS = 2
const LIMIT_MS = 60_000

const shared = (bytes: Uint8Array): Uint8Array => {
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length))
  copy.set(bytes)
  return copy
}

/** Starts the reader of a print run; `blank` is the form that its responses were filled into. */
export const startRunReader = (run: Uint8Array, blank: Uint8Array): RunReader => {
  const filename = new URL('./releaseRun.ts', import.meta.url).href
  const pool = new Piscina({ filename, name: 'releaseRun', minThreads: 1, maxThreads: THREADS })
  const common = { run: shared(run), blank: shared(blank) }
  return {
    read: (parts) => pool.run({ ...common, parts }, { signal: AbortSignal.timeout(LIMIT_MS) }),
    close: () => pool.close({ force: true }),
  }
}
