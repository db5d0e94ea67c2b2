import type { ChildProcess } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { STILL_MS } from '../../src/delivery/deadWorkers.ts'
import { plainSealer } from '../../src/storage/seal.ts'
import { letter } from '../contracts/delivery-samples.ts'
import { withFolder } from '../storage/folder.ts'
import { openPost } from '../storage/openPost.ts'
import { sayFigures } from './figures.ts'
import { spawnProduct } from './serverProcess.ts'
import { until } from './waiting.ts'

// A7. Mutation partners: without `.where('fence', '=', fence)` in storage/trying.ts a worker that slept writes over another's
// claim; with "begin" instead of "begin immediate" in storage/dialect.ts claims fail as busy; with STILL_MS at 0 a claim is
// given twice.

const LETTERS = 20_000
/** How many letters a claimer takes at a time. */
const AT_ONCE = 20

type Told = { worker: string; id: string; fence: number; held: boolean }

const fill = async (folder: string) => {
  const { store, close } = await openPost(join(folder, 'data'), plainSealer)
  const letters = Array.from({ length: LETTERS }, (_, index) => letter({ once: `letter ${index}` }))
  expect(await store.queue(letters, Date.now())).toHaveLength(LETTERS)
  await close()
}

const toldBy = async (worker: string, file: string): Promise<Told[]> =>
  (await readFile(file, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => line.split(' '))
    .map(([id = '', fence = '', held = '']) => ({ worker, id, fence: Number(fence), held: held === 'true' }))

/** How many workers' tries there were of each letter, each in the order of the database, with their fences. */
const triesIn = async (folder: string) => {
  const { db, close } = await openPost(join(folder, 'data'), plainSealer)
  const accepted = await db.selectFrom('deliveries').select('id').where('acceptedAt', 'is not', null).execute()
  const tries = await db
    .selectFrom('attempts')
    .select(['deliveryId', 'number', 'fence', 'answeredAt'])
    .orderBy('number')
    .execute()
  await close()
  return { accepted: accepted.length, byLetter: [...Map.groupBy(tries, ({ deliveryId }) => deliveryId).values()] }
}

/** Whether somebody holds the database's one lock for writing, as a process does that was stopped within a transaction. */
const isLocked = (folder: string) => {
  const database = new DatabaseSync(join(folder, 'data', 'responses.sqlite'), { timeout: 50 })
  try {
    database.exec('begin immediate; rollback')
    return false
  } catch {
    return true
  } finally {
    database.close()
  }
}

/** Stops a process between two transactions (within one it would hold up everybody, which no lease can mend), with claims in hand. */
const stopBetween = (child: ChildProcess, folder: string, lines: () => Promise<number>) =>
  until(async () => {
    child.kill('SIGSTOP')
    const done = (await lines()) % AT_ONCE
    if (!isLocked(folder) && done > 2 && done < AT_ONCE - 5) return true
    child.kill('SIGCONT')
    return false
  }, 'a moment between two transactions')

test(
  '20,000 claims by two processes, one of them stopped past its lease: none is held twice',
  () =>
    withFolder(async (folder) => {
      await fill(folder)
      const logOf = (worker: string) => join(folder, `${worker}.log`)
      const start = (worker: string) =>
        spawnProduct({
          folder,
          pack: '',
          port: 0,
          program: 'test/promises/claimer.ts',
          words: [folder, worker, logOf(worker), String(AT_ONCE)],
        })
      const begun = performance.now()
      const [first, second] = [start('first'), start('second')]
      const lines = async (worker: string) => (await readFile(logOf(worker), 'utf8').catch(() => '')).split('\n').length
      await until(async () => (await lines('first')) > 500, 'the first worker at work')
      await stopBetween(first.child, folder, () => lines('first'))
      const before = await lines('second')
      const stoppedAt = performance.now()
      await until(() => performance.now() - stoppedAt > STILL_MS + 3000, 'longer than a lease')
      expect(await lines('second')).toBeGreaterThan(before)
      first.child.kill('SIGCONT')
      expect([await first.ended, await second.ended, first.said() + second.said()]).toEqual([
        0,
        0,
        'Open http\nOpen http\n',
      ])

      const told = [...(await toldBy('first', logOf('first'))), ...(await toldBy('second', logOf('second')))]
      const given = Map.groupBy(told, ({ id, fence }) => `${id} ${fence}`)
      const held = Map.groupBy(
        told.filter(({ held }) => held),
        ({ id }) => id,
      )
      const { accepted, byLetter } = await triesIn(folder)
      const outOfOrder = byLetter.filter((tries) =>
        tries.some(({ fence }, at) => at > 0 && fence <= tries[at - 1]!.fence),
      )
      const unanswered = byLetter.filter((tries) => !tries.some(({ answeredAt }) => answeredAt !== null))
      const heldTwice = [...held.values()].filter((some) => some.length > 1).length
      const lost = told.filter(({ held }) => !held).length
      sayFigures('A7', {
        claims: told.length,
        'lost while it slept': lost,
        'held again after its sleep': heldTwice,
        seconds: (performance.now() - begun) / 1000,
      })
      expect(accepted).toBe(LETTERS)
      expect(lost).toBeGreaterThan(0)
      expect([...given.values()].filter((some) => some.length > 1)).toEqual([])
      expect([outOfOrder, unanswered]).toEqual([[], []])
      // The one letter that the sleeper had in its hands, which another took over when its lease had passed.
      expect(heldTwice).toBeLessThanOrEqual(1)
    }),
  240_000,
)
