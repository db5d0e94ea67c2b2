import { setImmediate } from 'node:timers/promises'
import type { Entry } from '../delivery/deliveryStore.ts'
import type { Database } from './database.ts'
import { deliveriesIn, deliveryIds } from './readDelivery.ts'
import { withoutFrozen } from './readSubmission.ts'
import type { Sealer } from './seal.ts'
import { reading, type Within } from './within.ts'

/** How many are opened before everything else of the process has its turn: some 10 ms of work. */
const AT_ONCE = 250

const entriesWith = async (within: Within, sealer: Sealer, ids: string[]): Promise<Entry[]> => {
  const deliveries = await deliveriesIn(within, sealer, deliveryIds(within).where('id', 'in', ids))
  const about = deliveries.flatMap(({ submissionId }) => submissionId ?? [])
  const rows = await within.selectFrom('submissions').selectAll().where('id', 'in', about).execute()
  const submissions = new Map(rows.map((row) => [row.id, withoutFrozen(row)]))
  return deliveries.flatMap((delivery) => {
    const submission = submissions.get(delivery.submissionId ?? '')
    return submission ? [{ delivery, submission }] : []
  })
}

/**
 * Every letter to the body with its version's times, in the order of queueing. Each entry is of one moment, all of them
 * together are not: thousands are opened, and meanwhile others write.
 */
export const entriesOf = async (db: Database, sealer: Sealer): Promise<Entry[]> => {
  const rows = await db
    .selectFrom('deliveries')
    .select('id')
    .where('letter', '=', 'response')
    .orderBy('sequence')
    .execute()
  const entries: Entry[] = []
  for (let from = 0; from < rows.length; from += AT_ONCE, await setImmediate()) {
    const ids = rows.slice(from, from + AT_ONCE).map(({ id }) => id)
    entries.push(...(await reading(db, (within) => entriesWith(within, sealer, ids))))
  }
  return entries
}
