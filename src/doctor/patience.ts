/** How long (ms) a look may take: who waits for the doctor waits for all of them. */
export const PATIENCE_MS = 5000

/** A promise's value, or a rejection once the patience (ms) is over. */
export const inTime = async <T>(work: Promise<T>, ms = PATIENCE_MS): Promise<T> => {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error(`no answer within ${ms / 1000} seconds`)), ms)
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

const partOf = (error: unknown, part: 'message' | 'code'): string | null =>
  typeof error === 'object' && error !== null && part in error ? String(error[part as keyof typeof error]) : null

/** What went wrong, on one line. */
export const reasonOf = (error: unknown): string =>
  (partOf(error, 'message') ?? String(error)).replace(/\s+/g, ' ').slice(0, 200)

/** The code of what went wrong, as Node names it; null where it has none. */
export const codeOf = (error: unknown): string | null => partOf(error, 'code')
