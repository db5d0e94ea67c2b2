import { median } from '../../../test/promises/figures.ts'
import { answering } from '../children/answering.ts'
import { readAgainAndAgain } from './reader.ts'

// The load, from a core of its own.

const load = async (url: string, connections: number, seconds: number) => {
  const begun = performance.now()
  const until = begun + 1000 * seconds
  const seen = await Promise.all(Array.from({ length: connections }, () => readAgainAndAgain(new URL(url), until)))
  const times = seen.flatMap((one) => one.times)
  const spent = (performance.now() - begun) / 1000
  const wrong = seen.reduce((sum, one) => sum + one.wrong, 0)
  return { perSecond: times.length / spent, medianMs: median(times), wrong }
}

answering({ load })
