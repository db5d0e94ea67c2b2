const MINUTE = 60_000

/** A clock that is off by less (ms) makes no difference to anybody. */
const CLOCK_OFF_MS = 5 * MINUTE

const spanOf = (ms: number): string => {
  const minutes = Math.round(Math.abs(ms) / MINUTE)
  const [count, unit] =
    minutes < 120 ? [minutes, 'minute'] : minutes < 48 * 60 ? [minutes / 60, 'hour'] : [minutes / 1440, 'day']
  const whole = Math.round(Number(count))
  return `${whole.toLocaleString('en-GB')} ${unit}${whole === 1 ? '' : 's'}`
}

/** What is wrong with a clock that is so far ahead of ours (ms), in words that follow "its" or "this tablet’s"; null where nothing is. */
export const clockTrouble = (aheadMs: number): string | null =>
  Math.abs(aheadMs) < CLOCK_OFF_MS
    ? null
    : `clock is ${spanOf(aheadMs)} ${aheadMs > 0 ? 'ahead' : 'behind'}. We go by ours, so nothing is lost. Please set it right, where there is signal.`
