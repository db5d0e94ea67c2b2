import type { Waiting } from '../delivery/deliveryStore.ts'
import { inLine, isToBody } from './inLine.ts'
import type { Within } from './within.ts'

/** Letters to people that are still in line, kind by kind, with when the oldest was queued. */
export const waitingIn = (within: Within): Promise<Waiting[]> =>
  within
    .selectFrom('deliveries')
    .select(({ fn }) => ['letter', fn.countAll<number>().as('count'), fn.min<number>('queuedAt').as('oldestAt')])
    .where(inLine)
    .where(isToBody, '=', 0)
    .groupBy('letter')
    .execute()
