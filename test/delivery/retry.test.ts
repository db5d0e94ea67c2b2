import { CODE_MS, isPastTrying, LAST_TRY_BEFORE_MS, nextTryAt, nextTryOf } from '../../src/delivery/retry.ts'
import { closing, HOUR, MINUTE, mopac, SECOND, takesLate } from './samples.ts'

const DAY = 24 * HOUR

/** Every try from a moment on, each of which ends after `takes` ms without a yes. */
const tries = (from: number, endsAt: number, takes = 0, most = 10_000): number[] => {
  const all = [from]
  for (let at = nextTryAt(1, from + takes, endsAt); at !== null && all.length < most; ) {
    all.push(at)
    at = nextTryAt(all.length, at + takes, endsAt)
  }
  return all
}

const gaps = (times: number[]) => times.slice(1).map((time, index) => time - times[index]!)

test('far from the end: after a minute, two, five, ten, fifteen, then every half hour', () => {
  const waits = gaps(tries(closing - 20 * DAY, closing, 0, 9)).map((ms) => ms / MINUTE)
  expect(waits).toEqual([1, 2, 5, 10, 15, 30, 30, 30])
})

test('a server that is dead at 17:29:50 is tried once more, just before the closing', () => {
  expect(tries(closing - 10 * SECOND, closing)).toEqual([closing - 10 * SECOND, closing - LAST_TRY_BEFORE_MS])
})

// Seeded, so that a failure comes again: mulberry32.
const chance = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
}

test('whenever it begins: never past the end, never over a quarter of what is left, and the last just before the end', () => {
  const random = chance(17_30)
  for (let round = 0; round < 300; round += 1) {
    const begin = closing - Math.ceil(random() ** 4 * 3 * DAY) - LAST_TRY_BEFORE_MS - 1
    const takes = Math.floor(random() * 20 * SECOND)
    const all = tries(begin, closing, takes)
    const last = all.at(-1)!
    expect(last).toBeLessThan(closing)
    // A try still under way then takes the last one's place.
    if (takes === 0 || last + takes < closing - LAST_TRY_BEFORE_MS) expect(last).toBe(closing - LAST_TRY_BEFORE_MS)
    all.slice(1).forEach((time, index) => {
      const ended = all[index]! + takes
      const wait = time - ended
      expect(wait).toBeLessThanOrEqual(Math.max((closing - ended) / 4, 15 * SECOND))
      if (time !== closing - LAST_TRY_BEFORE_MS) expect(wait).toBeGreaterThanOrEqual(10 * SECOND)
    })
  }
})

test('nothing is planned once the last moment has come, and its twin a moment before it is', () => {
  const lastAt = closing - LAST_TRY_BEFORE_MS
  for (const now of [lastAt, closing - 1, closing, closing + DAY]) expect(nextTryAt(3, now, closing)).toBeNull()
  expect(nextTryAt(3, lastAt - 1, closing)).toBe(lastAt)
})

test('a try that would begin within five seconds of the last one takes its place; its twin a second earlier does not', () => {
  const lastAt = closing - LAST_TRY_BEFORE_MS
  expect(nextTryAt(9, lastAt - 14 * SECOND, closing)).toBe(lastAt)
  expect(nextTryAt(9, lastAt - 15 * SECOND, closing)).toBe(lastAt - 5 * SECOND)
})

describe('when tries end', () => {
  const response = { letter: 'response' as const, queuedAt: closing - HOUR }

  test('the body’s letter ends with the closing where late ones are kept, to the millisecond', () => {
    expect(isPastTrying(mopac, response, closing - 1)).toBe(false)
    expect(isPastTrying(mopac, response, closing)).toBe(true)
    expect(nextTryOf(mopac, response, 2, closing)).toBeNull()
  })

  test('where late ones are taken it tightens towards the closing too, and goes on afterwards', () => {
    expect(nextTryOf(takesLate, response, 9, closing - 20 * MINUTE)).toBe(closing - 15 * MINUTE)
    expect(isPastTrying(takesLate, response, closing)).toBe(false)
    expect(nextTryOf(takesLate, response, 9, closing)).toBe(closing + 30 * MINUTE)
    expect(isPastTrying(takesLate, response, closing + 3 * DAY)).toBe(true)
  })

  test('a code ends with its ten minutes and a notice after three days, whatever closes meanwhile', () => {
    const code = { letter: 'code' as const, queuedAt: closing - MINUTE }
    expect(isPastTrying(mopac, code, closing - MINUTE + CODE_MS - 1)).toBe(false)
    expect(isPastTrying(mopac, code, closing - MINUTE + CODE_MS)).toBe(true)
    const notice = { letter: 'not-accepted' as const, queuedAt: closing - MINUTE }
    expect(nextTryOf(mopac, notice, 1, closing)).toBe(closing + MINUTE)
    expect(isPastTrying(mopac, notice, closing - MINUTE + 3 * DAY)).toBe(true)
  })
})
