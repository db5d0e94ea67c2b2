// How long a tablet may lie alone while somebody's answers are on it: pure arithmetic, so that it can be tested.
const ASK_MS = 90_000
const CLEAR_MS = 110_000

/**
 * What is due after a time without a touch: nothing, to ask with so many seconds left, or to clear.
 * @param {number} aloneMs
 * @returns {'nothing' | 'clear' | { secondsLeft: number }}
 */
export const dueAfter = (aloneMs) => {
  if (aloneMs >= CLEAR_MS) return 'clear'
  return aloneMs < ASK_MS ? 'nothing' : { secondsLeft: Math.ceil((CLEAR_MS - aloneMs) / 1000) }
}
