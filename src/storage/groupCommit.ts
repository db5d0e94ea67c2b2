import { setImmediate } from 'node:timers/promises'
import { type Kysely, sql, type Transaction } from 'kysely'

type Job<Tables> = { work(within: Transaction<Tables>): Promise<void>; keep(): void; refuse(reason: unknown): void }

/** How many share a transaction: some 20 ms of work, for nothing else of this process runs meanwhile. */
const MOST = 32

/** Does a job as if it had the transaction to itself: a job that fails takes back its own writes and nobody else's. */
const doOne = async <Tables>(within: Transaction<Tables>, job: Job<Tables>): Promise<Job<Tables> | null> => {
  await sql`savepoint job`.execute(within)
  try {
    await job.work(within)
    await sql`release job`.execute(within)
    return job
  } catch (reason) {
    // Where SQLite itself gave the whole transaction up, as on a full disk, there is no savepoint: all of them fail together.
    await sql`rollback to job`.execute(within).catch(() => Promise.reject(reason))
    await sql`release job`.execute(within)
    job.refuse(reason)
    return null
  }
}

const doSome = async <Tables>(db: Kysely<Tables>, waiting: Job<Tables>[]): Promise<void> => {
  const taken: Job<Tables>[] = []
  try {
    const done = await db.transaction().execute(async (within) => {
      const kept = []
      for (let job = waiting.shift(); job; job = taken.length < MOST ? waiting.shift() : undefined) {
        taken.push(job)
        kept.push(await doOne(within, job))
      }
      return kept
    })
    for (const job of done) job?.keep()
  } catch (reason) {
    const failed = taken.length > 0 ? taken : waiting.splice(0)
    for (const job of failed) job.refuse(reason)
  }
}

/**
 * Writes that wait for their turn together are committed together: the disk is asked once for all of them. Each is told
 * only after that, so what was said to be kept is kept. After each commit everything else of the process has its turn.
 */
export const committingTogether = <Tables>(db: Kysely<Tables>) => {
  const waiting: Job<Tables>[] = []
  let busy = false

  const goThrough = async () => {
    busy = true
    for (; waiting.length > 0; await setImmediate()) await doSome(db, waiting)
    busy = false
  }

  return <Result>(work: (within: Transaction<Tables>) => Promise<Result>): Promise<Result> =>
    new Promise((resolve, refuse) => {
      let result: Result
      waiting.push({
        work: async (within) => {
          result = await work(within)
        },
        keep: () => resolve(result),
        refuse,
      })
      if (!busy) void goThrough()
    })
}
