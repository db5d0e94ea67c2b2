import { hasClosed, msToClosing } from '../consultation/closing.ts'
import { makeBell } from './bell.ts'
import { makeClockWatch } from './clockWatch.ts'
import { makeDeadWorkers } from './deadWorkers.ts'
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
export type OutboxParts = WorkParts & {
  /** Organisers' addresses, for alarms. */
  organisers: string[]
  /** Milliseconds that only go forward, whatever is done to the clock. */
  steady: () => number
  /** How long (ms) tries under way may take to end when it is stopped; ten seconds unless said. */
  patienceMs?: number
}

const MINUTE = 60_000
const LANES = ['body', 'people'] as const

/** Tries at once, of the body's letters and of all others. */
export const AT_ONCE = 4

const ROUND_MS = 5_000
const PATIENCE_MS = 10_000

/** How often (ms) the closing is looked after: at every turn in its last hour and just after it, else once a minute. */
const sweepEvery = (left: number): number => (left < 61 * MINUTE && left > -10 * MINUTE ? 1_000 : MINUTE)

/** Works off the deliveries of a store, beside other processes that do the same. */
export const makeOutbox = (parts: OutboxParts): Outbox => {
  const { store, carrier, consultation, clock, steady } = parts
  const worker = crypto.randomUUID()
  const [deadAmong, believed] = [makeDeadWorkers(worker), makeClockWatch()]
  const [sweep, workOff] = [makeSweep(parts), makeWorkOff(parts)]
  const underWay = { body: new Set<Promise<void>>(), people: new Set<Promise<void>>() }
  const bell = makeBell()
  const breakOff = new AbortController()
  let [swept, dues, stopping] = [Number.NEGATIVE_INFINITY, [] as number[], false]
  let running: Promise<void> | null = null

  const ring = () => bell.ring('due')

  const sweepNow = async (now: number) => {
    const given = await sweep(now)
    for (const { submission } of given) parts.changed(submission.responseId)
    for (const messageId of await store.forgotten()) await carrier.forget(messageId)
    swept = steady()
  }

  const begin = (lane: (typeof LANES)[number], claim: Parameters<typeof workOff>[0]): Promise<void> => {
    const work = workOff(claim, breakOff.signal).then(({ dueAt, untaken }) => {
      underWay[lane].delete(work)
      if (dueAt !== null) dues.push(dueAt)
      if (untaken) swept = Math.min(swept, steady() - MINUTE)
      ring()
    })
    underWay[lane].add(work)
    return work
  }

  const round = async (): Promise<Promise<void>[]> => {
    const now = clock()
    await store.beat(worker, now)
    const dead = deadAmong(await store.workers(), steady())
    const sure = believed(now, steady())
    if (sure && steady() - swept >= sweepEvery(msToClosing(consultation, now))) await sweepNow(now)
    if (!sure && hasClosed(consultation, now)) return []
    const begun: Promise<void>[] = []
    for (const lane of LANES) {
      const room = stopping ? 0 : AT_ONCE - underWay[lane].size
      const claims = room > 0 ? await store.claim(worker, dead, clock(), room, lane) : []
      begun.push(...claims.map((claim) => begin(lane, claim)))
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
      await Promise.all([...underWay.body, ...underWay.people])
      clearTimeout(timer)
      await store.leave(worker)
    },
  }
}
