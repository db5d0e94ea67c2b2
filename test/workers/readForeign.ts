import { askChild } from '../../src/workers/foreign/child.ts'
import { LIMITS, type Limits } from '../../src/workers/foreign/limits.ts'
import { UnreadablePdf } from '../../src/workers/foreignPdf.ts'
import { bombs } from './bombs.ts'
import { watchChildren } from './watchChildren.ts'

/** Asks a child for the fields of these bytes; answers what was wrong with them, and the most memory that the child had. */
export const reading = async (bytes: Uint8Array, limits: Partial<Limits> = {}) => {
  // The memory is what is looked at: on a busy machine the time might be up first.
  const patient = { ...LIMITS.readFields, ms: 60_000, cpuSeconds: 60, ...limits }
  const { result, taken } = await watchChildren(() =>
    askChild('readFields', { said: null, bytes }, patient).catch((error: unknown) => error),
  )
  return { trouble: result instanceof UnreadablePdf ? result.trouble : null, mb: taken.mb }
}

/** Asks a child for the fields of one of the bombs. */
export const explode = (name: string, limits: Partial<Limits> = {}) => reading(bombs[name]!(), limits)

/** Names of bombs. */
export const WORDS = 'words of 110 MB in a field'
export const INDEX = 'an index of nine hundred million'
export const ENDLESS = 'entries of two thousand million bytes'
