import type { Claim, DeliveryStore } from '../delivery/deliveryStore.ts'
import { LONGEST_WAIT_MS } from '../delivery/retry.ts'
import { inLine, isToBody } from './inLine.ts'
import { deliveriesIn, deliveryIds } from './readDelivery.ts'
import type { Sealer } from './seal.ts'
import type { Within } from './within.ts'
import { buryIn } from './workers.ts'

const join = (within: Within, worker: string, now: number) =>
  within
    .insertInto('workers')
    .values({ worker, beats: 0, beatAt: now })
    .onConflict((conflict) => conflict.column('worker').doNothing())
    .execute()

type Wish = {
  worker: string
  dead: string[]
  now: number
  limit: number
  whose: Parameters<DeliveryStore['claim']>[4]
}

const free = async (within: Within, { now, limit, whose }: Wish): Promise<string[]> => {
  const living = within.selectFrom('workers').select('worker')
  const rows = await within
    .selectFrom('deliveries')
    .select('id')
    .where(inLine)
    .where(isToBody, '=', whose === 'body' ? 1 : 0)
    .where(({ eb, or }) => or([eb('dueAt', '<=', now), eb('dueAt', '>', now + LONGEST_WAIT_MS)]))
    .where(({ eb, or }) => or([eb('worker', 'is', null), eb('worker', 'not in', living)]))
    .orderBy('sequence')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** Gives a worker what is due and held by nobody who lives, the oldest first, with fences that end every earlier claim. */
export const claimIn = async (within: Within, sealer: Sealer, wish: Wish): Promise<Claim[]> => {
  const { worker, dead, now } = wish
  await buryIn(within, dead)
  await join(within, worker, now)
  const ids = await free(within, wish)
  if (ids.length === 0) return []
  const fenced = await within
    .updateTable('deliveries')
    .set(({ eb }) => ({ worker, fence: eb('fence', '+', 1) }))
    .where('id', 'in', ids)
    .returning(['id', 'fence'])
    .execute()
  const fences = new Map(fenced.map(({ id, fence }) => [id, fence]))
  const deliveries = await deliveriesIn(within, sealer, deliveryIds(within).where('id', 'in', ids))
  return deliveries.map((delivery) => ({ worker, fence: fences.get(delivery.id)!, delivery }))
}
