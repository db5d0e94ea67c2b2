import { doubtful, type Finding, fine, wrong } from './finding.ts'

// A Date header has whole seconds, and an answer takes its while; half a minute may cost the last letters before a closing.
const NEARLY_MS = 3000
const WRONG_MS = 30_000

const SET_IT =
  'Set the machine’s clock by NTP: timedatectl set-ntp true, then look at timedatectl until it says "synchronized: yes".'

const inWords = (ms: number): string =>
  `${(Math.abs(ms) / 1000).toFixed(Math.abs(ms) < 10_000 ? 1 : 0)} seconds ${ms > 0 ? 'behind' : 'ahead'}`

const date = /(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} (?:[+-]\d{4}|GMT|UTC?)/

/** The time (ms, UTC) that a mail server's greeting shows, or null where it shows none. */
export const timeInGreeting = (greeting: string): number | null => {
  const [found] = date.exec(greeting) ?? []
  return found ? Date.parse(found) : null
}

/** Our clock, read at `now` (ms, UTC), beside the one that somebody else showed; null where nobody showed one. */
export const checkClock = (whose: string, shown: number | null, now: number): Finding => {
  const about = `The clock, beside ${whose}`
  if (shown === null || Number.isNaN(shown)) return doubtful(about, 'it shows no time', SET_IT)
  // Whole seconds are on average half a second old.
  const off = shown + 500 - now
  if (Math.abs(off) <= NEARLY_MS) return fine(about, 'they agree')
  const words = `ours is ${inWords(off)}`
  return Math.abs(off) <= WRONG_MS ? doubtful(about, words, SET_IT) : wrong(about, words, SET_IT)
}
