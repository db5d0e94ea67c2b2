import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { plainSealer } from '../../src/storage/seal.ts'
import { letter } from '../contracts/delivery-samples.ts'
import { openPost } from '../storage/openPost.ts'

/** What a claimer told of one claim. */
export type Told = { worker: string; id: string; fence: number; held: boolean }

/** Puts so many letters in line. */
export const queueLetters = async (folder: string, count: number): Promise<void> => {
  const { store, close } = await openPost(join(folder, 'data'), plainSealer)
  const letters = Array.from({ length: count }, (_, index) => letter({ once: `letter ${index}` }))
  expect(await store.queue(letters, Date.now())).toHaveLength(count)
  await close()
}

/** What a claimer told in its file so far; of a file that is being written, whole lines only. */
export const toldBy = async (worker: string, file: string): Promise<Told[]> =>
  (await readFile(file, 'utf8').catch(() => ''))
    .split('\n')
    .slice(0, -1)
    .map((line) => line.split(' '))
    .map(([id = '', fence = '', held = '']) => ({ worker, id, fence: Number(fence), held: held === 'true' }))

/** How many letters were accepted, and each letter's tries in the order of the database, with their fences. */
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

const moreThanOnce = (told: Told[], by: (one: Told) => string): number =>
  [...Map.groupBy(told, by).values()].filter((some) => some.length > 1).length

/** Holds what claimers told against what the database kept. */
export const countClaims = async (folder: string, told: Told[]) => {
  const { accepted, byLetter } = await triesIn(folder)
  const sinks = (tries: { fence: number }[]) => tries.some(({ fence }, at) => at > 0 && fence <= tries[at - 1]!.fence)
  const isAnswered = (tries: { answeredAt: number | null }[]) => tries.some(({ answeredAt }) => answeredAt !== null)
  return {
    claims: told.length,
    accepted,
    lost: told.filter(({ held }) => !held).length,
    heldTwice: moreThanOnce(
      told.filter(({ held }) => held),
      ({ id }) => id,
    ),
    givenTwice: moreThanOnce(told, ({ id, fence }) => `${id} ${fence}`),
    outOfOrder: byLetter.filter(sinks).length,
    unanswered: byLetter.filter((tries) => !isAnswered(tries)).length,
  }
}
