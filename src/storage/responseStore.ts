import { sql, type Transaction } from 'kysely'
import { type KeyHash, ReferenceTaken, type Response, type ResponseStore } from '../responses/response.ts'
import { answersOf, saveAnswers } from './answers.ts'
import { type Database, wipeLog } from './database.ts'
import type { Sealer } from './seal.ts'
import type { Tables } from './tables.ts'

type Within = Transaction<Tables>

const addKeys = async (within: Within, responseId: string, keys: KeyHash[], addedAt: number) => {
  if (keys.length === 0) return
  const rows = keys.map(({ kind, hash }) => ({ kind, hash, responseId, addedAt }))
  await within
    .insertInto('keys')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['kind', 'hash']).doNothing())
    .execute()
}

const find = (within: Within, id: string) =>
  within.selectFrom('responses').select(['id', 'reference']).where('id', '=', id).executeTakeFirst()

const openBy = async (
  within: Within,
  sealer: Sealer,
  { kind, hash }: KeyHash,
  addedSince: number,
): Promise<Response | null> => {
  const row = await within
    .selectFrom('keys')
    .innerJoin('responses', 'responses.id', 'keys.responseId')
    .selectAll('responses')
    .where('kind', '=', kind)
    .where('hash', '=', hash)
    .where('addedAt', '>=', addedSince)
    .executeTakeFirst()
  if (!row) return null
  const { consentAt, consentWording, ...response } = row
  const answers = await answersOf(within, sealer, row.id)
  return { ...response, consent: { at: consentAt, wording: consentWording }, answers }
}

const refuseTaken = async (within: Within, reference: string) => {
  const other = await within.selectFrom('responses').select('id').where('reference', '=', reference).executeTakeFirst()
  if (other) throw new ReferenceTaken(`the reference ${reference} is another response's`)
}

/** Responses in SQLite, their answers sealed. What was forgotten is gone from the file and its WAL, not merely marked as free. */
export const sqliteResponseStore = (db: Database, sealer: Sealer): ResponseStore => ({
  begin: ({ id, reference, consent, answers, begunAt, savedAt }, keys) =>
    db.transaction().execute(async (within) => {
      const { at: consentAt, wording: consentWording } = consent
      await within
        .insertInto('responses')
        .values({ id, reference, consentAt, consentWording, begunAt, savedAt })
        .execute()
      await saveAnswers(within, sealer, id, answers)
      await addKeys(within, id, keys, begunAt)
    }),

  open: (key, addedSince = 0) =>
    db
      .transaction()
      .setAccessMode('read only')
      .execute((within) => openBy(within, sealer, key, addedSince)),

  async dropKey({ kind, hash }) {
    await db.deleteFrom('keys').where('kind', '=', kind).where('hash', '=', hash).execute()
  },

  addKeys: (id, keys, at) =>
    db.transaction().execute(async (within) => {
      if (await find(within, id)) await addKeys(within, id, keys, at)
    }),

  save: (id, answers, reference, savedAt, expect) =>
    db.transaction().execute(async (within) => {
      const response = await find(within, id)
      if (!response) return 'gone'
      if (expect && !(await expect(await answersOf(within, sealer, id)))) return 'changed'
      if (!response.reference) await refuseTaken(within, reference)
      const kept = response.reference ?? reference
      await within.updateTable('responses').set({ savedAt, reference: kept }).where('id', '=', id).execute()
      await saveAnswers(within, sealer, id, answers)
      return 'saved'
    }),

  async forget(id) {
    await db.deleteFrom('responses').where('id', '=', id).execute()
    await wipeLog(db)
  },

  async forgetBefore(lastChange) {
    const changed = sql<number>`coalesce("savedAt", "begunAt")`
    const { numDeletedRows } = await db.deleteFrom('responses').where(changed, '<', lastChange).executeTakeFirst()
    await wipeLog(db)
    return Number(numDeletedRows)
  },
})
