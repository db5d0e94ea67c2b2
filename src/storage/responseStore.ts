import { sql, type Transaction } from 'kysely'
import type { Answer, Answers } from '../questionnaire/answers.ts'
import { type KeyHash, ReferenceTaken, type Response, type ResponseStore } from '../responses/response.ts'
import type { Database } from './database.ts'
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

const openBy = async (within: Within, { kind, hash }: KeyHash, addedSince: number): Promise<Response | null> => {
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
  return { ...response, consent: { at: consentAt, wording: consentWording }, answers: await answersOf(within, row.id) }
}

const answersOf = async (within: Within, id: string): Promise<Answers> => {
  const rows = await within.selectFrom('answers').selectAll().where('responseId', '=', id).orderBy('question').execute()
  return Object.fromEntries(rows.map(({ question, value }) => [question, JSON.parse(value) as Answer]))
}

const refuseTaken = async (within: Within, reference: string) => {
  const other = await within.selectFrom('responses').select('id').where('reference', '=', reference).executeTakeFirst()
  if (other) throw new ReferenceTaken(`the reference ${reference} is another response's`)
}

const saveAnswer = async (within: Within, responseId: string, question: string, answer: Answer | null) => {
  if (answer === null) {
    await within.deleteFrom('answers').where('responseId', '=', responseId).where('question', '=', question).execute()
    return
  }
  const value = JSON.stringify(answer)
  await within
    .insertInto('answers')
    .values({ responseId, question, value })
    .onConflict((conflict) => conflict.columns(['responseId', 'question']).doUpdateSet({ value }))
    .execute()
}

/** `secure_delete` wipes the file, and this the WAL; while another process reads it waits for the next call. */
const wipeLog = async (db: Database) => {
  await sql`pragma wal_checkpoint(truncate)`.execute(db)
}

/** Responses in SQLite. What was forgotten is gone from the file and its WAL, not merely marked as free. */
export const sqliteResponseStore = (db: Database): ResponseStore => ({
  begin: ({ id, reference, consent, answers, begunAt, savedAt }, keys) =>
    db.transaction().execute(async (within) => {
      const { at: consentAt, wording: consentWording } = consent
      await within
        .insertInto('responses')
        .values({ id, reference, consentAt, consentWording, begunAt, savedAt })
        .execute()
      for (const [question, answer] of Object.entries(answers)) await saveAnswer(within, id, question, answer)
      await addKeys(within, id, keys, begunAt)
    }),

  open: (key, addedSince = 0) =>
    db
      .transaction()
      .setAccessMode('read only')
      .execute((within) => openBy(within, key, addedSince)),

  async dropKey({ kind, hash }) {
    await db.deleteFrom('keys').where('kind', '=', kind).where('hash', '=', hash).execute()
  },

  addKeys: (id, keys, at) =>
    db.transaction().execute(async (within) => {
      if (await find(within, id)) await addKeys(within, id, keys, at)
    }),

  save: (id, answers, reference, savedAt) =>
    db.transaction().execute(async (within) => {
      const response = await find(within, id)
      if (!response) return false
      if (!response.reference) await refuseTaken(within, reference)
      const kept = response.reference ?? reference
      await within.updateTable('responses').set({ savedAt, reference: kept }).where('id', '=', id).execute()
      for (const [question, answer] of Object.entries(answers)) await saveAnswer(within, id, question, answer)
      return true
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
