import type { OrganiserStore } from '../organisers/organisers.ts'
import type { Database } from './database.ts'
import { writing } from './within.ts'

/** Organisers' sign-in tokens and keys in SQLite, as keyed hashes. */
export const sqliteOrganiserStore = (db: Database): OrganiserStore => ({
  async addToken(hash, addedAt) {
    await db.insertInto('organiserTokens').values({ hash, addedAt }).execute()
  },

  async useToken(hash, since) {
    const used = await db.deleteFrom('organiserTokens').where('hash', '=', hash).returning('addedAt').executeTakeFirst()
    return used !== undefined && used.addedAt >= since
  },

  async addKey(hash, addedAt) {
    await db.insertInto('organiserKeys').values({ hash, addedAt }).execute()
  },

  async hasKey(hash, since) {
    const keys = db.selectFrom('organiserKeys').select('hash').where('hash', '=', hash).where('addedAt', '>=', since)
    return (await keys.executeTakeFirst()) !== undefined
  },

  async dropKey(hash) {
    await db.deleteFrom('organiserKeys').where('hash', '=', hash).execute()
  },

  forgetBefore: (at) =>
    writing(db, async (within) => {
      await within.deleteFrom('organiserTokens').where('addedAt', '<', at).execute()
      await within.deleteFrom('organiserKeys').where('addedAt', '<', at).execute()
    }),
})
