import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { withFolder } from '../storage/folder.ts'
import { type Change, withChanges } from './changed.ts'
import { countClaims, queueLetters, toldBy } from './claimBooks.ts'
import { spawnProduct } from './serverProcess.ts'
import { until } from './waiting.ts'

/** How many letters a claimer takes at a time. */
export const AT_ONCE = 20

/** How many letters, how long each takes, how many the first does before it sleeps, and what is changed in the product. */
export type ClaimPlan = { letters: number; pace?: number; before: number; changes?: Change[] }

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

const startClaimer = (folder: string, worker: string, { pace = 0, changes = [] }: ClaimPlan) => {
  const log = join(folder, `${worker}.log`)
  const words = [folder, worker, log, String(AT_ONCE), String(pace)]
  const program = { program: 'test/promises/claimer.ts', words, node: withChanges(changes) }
  const started = spawnProduct({ folder, pack: '', port: 0, ...program })
  return { ...started, told: () => toldBy(worker, log), isOver: () => started.child.exitCode !== null }
}

type Claimer = ReturnType<typeof startClaimer>

/** Stops a process between two transactions (within one it would hold up everybody, which no lease can mend), with claims in hand. */
const stopBetween = ({ child, told, isOver }: Claimer, folder: string) =>
  until(async () => {
    child.kill('SIGSTOP')
    const done = ((await told()).length + 1) % AT_ONCE
    if (isOver() || (!isLocked(folder) && done > 2 && done < AT_ONCE - 5)) return true
    child.kill('SIGCONT')
    return false
  }, 'a moment between two transactions')

/** Whether a worker was given the next letter that another has in hand: not the one that it was at when it was stopped. */
const tookOver = async (sleeper: Claimer, other: Claimer): Promise<boolean> => {
  const slept = new Set((await sleeper.told()).map(({ id }) => id))
  const again = (await other.told()).filter(({ id, fence }) => fence > 1 && !slept.has(id))
  return again.length > 0
}

/** Two processes claim all letters; one is stopped until the other has taken over what it had in hand, and goes on then. */
export const claimAll = async (plan: ClaimPlan, sleep?: (other: Claimer) => Promise<unknown>) => {
  let found: Awaited<ReturnType<typeof countClaims>> & { ends: unknown[]; said: string }
  await withFolder(async (folder) => {
    await queueLetters(folder, plan.letters)
    const [first, second] = [startClaimer(folder, 'first', plan), startClaimer(folder, 'second', plan)]
    const isOver = () => first.isOver() || second.isOver()
    await until(async () => isOver() || (await first.told()).length > plan.before, 'the first worker at work')
    await stopBetween(first, folder)
    if (sleep) await sleep(second)
    else await until(async () => isOver() || (await tookOver(first, second)), 'what the first had in hand taken over')
    first.child.kill('SIGCONT')
    const ends = await Promise.all([first.ended, second.ended])
    const told = [...(await first.told()), ...(await second.told())]
    found = { ...(await countClaims(folder, told)), ends, said: first.said() + second.said() }
  })
  return found!
}
