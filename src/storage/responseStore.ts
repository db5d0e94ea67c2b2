import { sql } from 'kysely'
import type { KeyHash, Response, ResponseStore } from '../responses/response.ts'
import { answersOf, saveAnswers } from './answers.ts'
import { addKeysIn, beginIn, refuseTaken } from './beginning.ts'
import { type Database, wipeLog } from './database.ts'
import { forgetCodes, forgetOlder, forgetPost, type SomeResponses } from './forgettingPost.ts'
import type { Sealer } from './seal.ts'
import type { Tables } from './tables.ts'
import { reading, type Within, writing } from './within.ts'

const find = (within: Within, id: string) =>
  within.selectFrom('responses').select(['id', 'reference']).where('id', '=', id).executeTakeFirst()

const whole = async (within: Within, sealer: Sealer, row: Tables['responses']): Promise<Response> => {
  const { consentAt, consentWording, ...response } = row
  const answers = await answersOf(within, sealer, row.id)
  return { ...response, consent: { at: consentAt, wording: consentWording }, answers }
}

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
  return row ? whole(within, sealer, row) : null
}

const byId = async (within: Within, sealer: Sealer, id: string): Promise<Response | null> => {
  const row = await within.selectFrom('responses').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? whole(within, sealer, row) : null
}

const responseIds = (within: Within) => within.selectFrom('responses').select('id')

const forgetSome = async (within: Within, some: SomeResponses, at: number): Promise<number> => {
  await forgetPost(within, some, at)
  const { numDeletedRows } = await within.deleteFrom('responses').where('id', 'in', some).executeTakeFirst()
  return Number(numDeletedRows)
}

/** Responses in SQLite, their answers sealed. What was forgotten is gone from the file and its WAL, not merely marked as free. */
export const sqliteResponseStore = (db: Database, sealer: Sealer): ResponseStore => ({
  begin: (response, keys) => writing(db, (within) => beginIn(within, sealer, response, keys, response.begunAt)),

  open: (key, addedSince = 0) => reading(db, (within) => openBy(within, sealer, key, addedSince)),

  byId: (id) => reading(db, (within) => byId(within, sealer, id)),

  async dropKey({ kind, hash }) {
    await db.deleteFrom('keys').where('kind', '=', kind).where('hash', '=', hash).execute()
  },

  addKeys: (id, keys, at) =>
    writing(db, async (within) => {
      if (await find(within, id)) await addKeysIn(within, id, keys, at)
    }),

  save: (id, answers, reference, savedAt, expect) =>
    writing(db, async (within) => {
      const response = await find(within, id)
      if (!response) return 'gone'
      if (expect && !(await expect(await answersOf(within, sealer, id)))) return 'changed'
      if (!response.reference) await refuseTaken(within, reference)
      const kept = response.reference ?? reference
      await within.updateTable('responses').set({ savedAt, reference: kept }).where('id', '=', id).execute()
      await saveAnswers(within, sealer, id, answers)
      return 'saved'
    }),

  async forget(id, at) {
    await writing(db, async (within) => {
      await forgetCodes(within, sealer, id, at)
      await forgetSome(within, responseIds(within).where('id', '=', id), at)
    })
    await wipeLog(db)
  },

  async forgetBefore(lastChange, at) {
    const changed = sql<number>`coalesce("savedAt", "begunAt")`
    const forgotten = await writing(db, async (within) => {
      await forgetOlder(within, lastChange)
      return forgetSome(within, responseIds(within).where(changed, '<', lastChange), at)
    })
    await wipeLog(db)
    return forgotten
  },
})
