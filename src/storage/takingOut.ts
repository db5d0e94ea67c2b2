import { inLine } from './inLine.ts'
import type { SomeDeliveries } from './readDelivery.ts'
import type { Within } from './within.ts'

/**
 * Takes what is still in line out of it, and answers how many. A try that is under way breaks off before its last byte;
 * one whose last byte is out keeps its claim, so that the server's answer can be written.
 */
export const takeOut = async (
  within: Within,
  some: SomeDeliveries,
  reason: { withdrawnAt: number } | { abandonedAt: number },
): Promise<number> => {
  const waiting = some.where(inLine)
  const unanswered = within
    .selectFrom('attempts')
    .select('deliveryId')
    .where('bodyEndedAt', 'is not', null)
    .where('endedAt', 'is', null)
  await within
    .updateTable('deliveries')
    .set(({ eb }) => ({ fence: eb('fence', '+', 1) }))
    .where('id', 'in', waiting)
    .where('id', 'not in', unanswered)
    .execute()
  const { numUpdatedRows } = await within
    .updateTable('deliveries')
    .set(reason)
    .where('id', 'in', waiting)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
