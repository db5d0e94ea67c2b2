/** More than this (ms) between two looks is no drift: somebody set the clock, or the machine slept. */
const JUMP_MS = 30_000

/** How long (ms of steady time) a clock that jumped is not believed about the closing. */
export const DOUBT_MS = 2 * 60_000

/** True while a clock may be believed: it has gone as a steady time goes for two minutes. Look often. */
export const makeClockWatch = () => {
  let last: number | null = null
  let jumpedAt = Number.NEGATIVE_INFINITY
  return (now: number, steady: number): boolean => {
    const ahead = now - steady
    if (last !== null && Math.abs(ahead - last) > JUMP_MS) jumpedAt = steady
    last = ahead
    return steady - jumpedAt >= DOUBT_MS
  }
}
