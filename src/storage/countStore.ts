import { sql } from 'kysely'
import type { CountStore } from '../responses/countStore.ts'
import type { Database } from './database.ts'
import { writing } from './within.ts'

/** Counts for limits in SQLite; a window that ended is gone with the next count of any name. */
export const sqliteCountStore = (db: Database): CountStore => ({
  add: (name, windowMs, now) =>
    writing(db, async (within) => {
      await within.deleteFrom('counts').where('endsAt', '<=', now).execute()
      // The earlier end, for one that a clock running ahead wrote would last too long.
      const counted = { count: sql<number>`counts.count + 1`, endsAt: sql<number>`min(counts.endsAt, excluded.endsAt)` }
      return within
        .insertInto('counts')
        .values({ name, count: 1, endsAt: now + windowMs })
        .onConflict((conflict) => conflict.column('name').doUpdateSet(counted))
        .returning(['count', 'endsAt'])
        .executeTakeFirstOrThrow()
    }),

  async takeBack(name) {
    const fewer = { count: sql<number>`count - 1` }
    await db.updateTable('counts').set(fewer).where('name', '=', name).where('count', '>', 0).execute()
  },

  async reset(name) {
    await db.deleteFrom('counts').where('name', '=', name).execute()
  },
})
