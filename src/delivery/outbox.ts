import { hasClosed, msToClosing } from '../consultation/closing.ts'
import { makeBell } from './bell.ts'
import { makeClockWatch } from './clockWatch.ts'
import type { AtStalls } from './deadline.ts'
import { makeDeadWorkers } from './deadWorkers.ts'
import { dropForgotten } from './dropForgotten.ts'
import { LANES, makeLanes } from './lanes.ts'
import { makeSweep } from './sweep.ts'
import { makeWorkOff, type WorkParts } from './workOff.ts'

/** Where letters wait, and what works them off. */
export type Outbox = {
  /** One round, with all the tries that it begins; answers how many. For tests and for a single round by hand. */
  pass(): Promise<number>
  /** Goes round until it is stopped. */
  start(): void
  /** Begins no more tries, lets those under way end in patience, breaks off the rest, and lets go of what it holds. */
  stop(): Promise<void>
  /** Says that something is due. */
  ring(): void
}

/** What an outbox is made of. */
export type OutboxParts = Omit<WorkParts, 'believed'> & {
  /** Organisers' addresses, for alarms. */
  organisers: string[]
  /** What waits at stalls and needs a hand, for alarms too. */
  atStalls?: () => Promise<AtStalls>
  /** Milliseconds that only go forward, whatever is done to the clock. */
  steady: () => number
  /** How long (ms) tries under way may take to end when it is stopped; ten seconds unless said. */
  patienceMs?: number
}

const MINUTE = 60_000
const ROUND_MS = 5_000
const BEAT_MS = 1_000
const PATIENCE_MS = 10_000

/** How often (ms) every letter is looked through: often where a try failed, in the last hour and just after it. */
const sweepEvery = (left: number, failed: boolean): number =>
  failed || (left < 61 * MINUTE && left > -10 * MINUTE) ? ROUND_MS : MINUTE

/** Works off the deliveries of a store, beside other processes that do the same. */
export const makeOutbox = (parts: OutboxParts): Outbox => {
  const { store, carrier, consultation, clock, steady } = parts
  const worker = crypto.randomUUID()
  const [deadAmong, watch] = [makeDeadWorkers(worker), makeClockWatch()]
  const believed = () => watch(clock(), steady())
  const [sweep, workOff] = [makeSweep(parts), makeWorkOff({ ...parts, believed })]
  const bell = makeBell()
  const breakOff = new AbortController()
  let [swept, beaten] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  let [failed, stopping] = [false, false]
  let dues: number[] = []
  let running: Promise<void> | null = null

  const ring = () => bell.ring('due')

  const lanes = makeLanes(async (claim) => {
    const { dueAt, untaken } = await workOff(claim, breakOff.signal)
    if (dueAt !== null) dues.push(dueAt)
    failed ||= untaken
    ring()
  })

  const beat = async (now: number) => {
    if (steady() - beaten < BEAT_MS) return
    await store.beat(worker, now)
    beaten = steady()
  }

  const sweepInTime = async (now: number) => {
    if (steady() - swept < sweepEvery(msToClosing(consultation, now), failed)) return
    // First set, then done: what ends meanwhile is seen the next time.
    swept = steady()
    failed = false
    for (const { submission } of await sweep(now)) parts.changed(submission.responseId)
    await dropForgotten(store, carrier).catch(parts.failed)
  }

  const round = async (): Promise<Promise<void>[]> => {
    const now = clock()
    await beat(now)
    const dead = deadAmong(await store.workers(), steady())
    const sure = believed()
    if (sure) await sweepInTime(now)
    if (!sure && hasClosed(consultation, now)) return []
    const begun: Promise<void>[] = []
    for (const lane of LANES) {
      const room = stopping ? 0 : lanes.room(lane)
      const claims = room > 0 ? await store.claim(worker, dead, clock(), room, lane) : []
      begun.push(...claims.map((claim) => lanes.begin(lane, claim)))
    }
    return begun
  }

  const untilNext = (): number => {
    const now = clock()
    dues = dues.filter((due) => due > now)
    return Math.max(10, Math.min(ROUND_MS, ...dues.map((due) => due - now)))
  }

  const goRound = async () => {
    const listener = bell.listen('due')
    while (!stopping) {
      await round().catch(parts.failed)
      if (!stopping) await listener.next(untilNext())
    }
    listener.end()
  }

  return {
    ring,
    async pass() {
      swept = Number.NEGATIVE_INFINITY
      const begun = await round()
      await Promise.all(begun)
      return begun.length
    },
    start() {
      running ??= goRound()
    },
    async stop() {
      stopping = true
      ring()
      await running
      const timer = setTimeout(() => breakOff.abort(), parts.patienceMs ?? PATIENCE_MS)
      await lanes.ended()
      clearTimeout(timer)
      await store.leave(worker)
    },
  }
}
