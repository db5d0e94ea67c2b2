import type { OwnWay } from '../delivery/deliveryStore.ts'
import type { Database } from './database.ts'
import type { Within } from './within.ts'

/** Keeps the way that a person says they took, in place of an earlier one, or takes it back (null); nothing for a response that is no more. */
export const sayOwnWayIn = async (
  within: Within,
  responseId: string,
  way: OwnWay | null,
  at: number,
): Promise<void> => {
  if (way === null) {
    await within.deleteFrom('ownWays').where('responseId', '=', responseId).execute()
    return
  }
  const known = await within.selectFrom('responses').select('id').where('id', '=', responseId).executeTakeFirst()
  if (!known) return
  await within
    .insertInto('ownWays')
    .values({ responseId, way, at })
    .onConflict((conflict) => conflict.column('responseId').doUpdateSet({ way, at }))
    .execute()
}

/** How many responses were begun and saved, and how many were handed in by each own way. */
export const tallyIn = async (within: Within) => {
  const { begun, saved } = await within
    .selectFrom('responses')
    .select(({ fn }) => [fn.countAll<number>().as('begun'), fn.count<number>('savedAt').as('saved')])
    .executeTakeFirstOrThrow()
  const rows = await within
    .selectFrom('ownWays')
    .select(({ fn }) => ['way', fn.countAll<number>().as('count')])
    .groupBy('way')
    .execute()
  const ownWays: Record<OwnWay, number> = { 'own-mailbox': 0, post: 0, hand: 0 }
  for (const { way, count } of rows) ownWays[way] = count
  return { begun, saved, ownWays }
}

/** Whether there is anything to tell of a response: a version that was sent, or a way of its person's own. */
export const hasSentIn = async (db: Database, responseId: string): Promise<boolean> => {
  const row = await db
    .selectFrom('submissions')
    .select('responseId')
    .where('responseId', '=', responseId)
    .union(db.selectFrom('ownWays').select('responseId').where('responseId', '=', responseId))
    .executeTakeFirst()
  return row !== undefined
}
