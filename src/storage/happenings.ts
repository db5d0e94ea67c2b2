import { sql } from 'kysely'
import type { Happening } from '../stall/stall.ts'
import type { Within } from './within.ts'

const HOUR = 60 * 60_000

/** Counts what happened at a stall in the hour of `at`; nothing finer is kept. */
export const countHappening = async (
  within: Within,
  stallId: string,
  what: Happening,
  at: number,
  count = 1,
): Promise<void> => {
  await within
    .insertInto('happenings')
    .values({ stallId, what, hour: at - (at % HOUR), count })
    .onConflict((conflict) =>
      conflict
        .columns(['stallId', 'what', 'hour'])
        .doUpdateSet({ count: sql<number>`happenings.count + excluded.count` }),
    )
    .execute()
}

/** What happened at a stall, hour by hour. */
export const happeningsIn = (within: Within, stallId: string) =>
  within
    .selectFrom('happenings')
    .select(['what', 'hour as from', 'count'])
    .where('stallId', '=', stallId)
    .orderBy('hour')
    .execute()
