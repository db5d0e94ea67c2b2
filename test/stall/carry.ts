import type { Duplex } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'

/** How a request breaks, `after` so many bytes up to the house or down from it: cut off, stalled for good, or dripping. */
export type Break = { way: 'up' | 'down'; after: number; how: 'cut' | 'stall' | 'drip' }

/** Which requests break, by their first words ("POST /stall/sync/"), and how. */
export type BreakPlan = { words: string; how: Break }

/** What is asked and told on the way: the plan of the moment, that a request breaks, and how many bytes come down. */
export type Carrying = { planNow(): BreakPlan | null; onBreak(): void; onDown(bytes: number): void }

const DRIP_BYTES = 16
const DRIP_MS = 1

const drip = async (bytes: Buffer, to: Duplex): Promise<void> => {
  for (let at = 0; at < bytes.length && !to.destroyed; at += DRIP_BYTES) {
    to.write(bytes.subarray(at, at + DRIP_BYTES))
    await pause(DRIP_MS)
  }
}

/**
 * Carries bytes between a browser and a house. Once a request begins as the plan says, the bytes of one direction are
 * counted, and what comes after so many is lost, late or never.
 */
export const carry = (browser: Duplex, house: Duplex, { planNow, onBreak, onDown }: Carrying): void => {
  let [plan, left, busy]: [BreakPlan | null, number, Promise<void>] = [null, 0, Promise.resolve()]
  const end = () => {
    browser.destroy()
    house.destroy()
  }
  const pass = (bytes: Buffer, to: Duplex, way: Break['way']) => {
    if (plan?.how.way !== way) return void to.write(bytes)
    const { how } = plan.how
    to.write(bytes.subarray(0, left))
    const rest = bytes.subarray(left)
    left -= bytes.length - rest.length
    if (rest.length === 0) return
    if (how === 'drip') busy = busy.then(() => drip(rest, to))
    // What was written before goes out first.
    if (how === 'cut') setImmediate(end)
    if (how === 'cut') plan = { ...plan, how: { ...plan.how, how: 'stall' } }
  }
  browser.on('data', (bytes: Buffer) => {
    const next = planNow()
    if (next && bytes.toString('latin1', 0, next.words.length) === next.words) {
      plan = next
      left = next.how.after
      onBreak()
    }
    pass(bytes, house, 'up')
  })
  house.on('data', (bytes: Buffer) => {
    onDown(bytes.length)
    pass(bytes, browser, 'down')
  })
  for (const side of [browser, house]) side.on('close', end).on('error', end)
}
