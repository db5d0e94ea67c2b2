import type { Carrier } from './carrier.ts'

const ASK_EVERY_MS = 60_000

/** What is wrong with a carrier, asked at most once a minute of steady time, however many want to know. */
export const makeTrouble = (
  carrier: Pick<Carrier, 'trouble'>,
  steady: () => number,
): (() => Promise<string | null>) => {
  let askedAt = Number.NEGATIVE_INFINITY
  let answer: Promise<string | null> = Promise.resolve(null)
  return () => {
    if (steady() - askedAt >= ASK_EVERY_MS) {
      askedAt = steady()
      answer = carrier.trouble()
    }
    return answer
  }
}
