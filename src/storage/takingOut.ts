import { inLine } from './inLine.ts'
import type { SomeDeliveries } from './readDelivery.ts'
import type { Within } from './within.ts'

/**
 * Takes what is still in line out of it, and answers how many. A try that is under way breaks off before its last byte;
 * where that is out already, its claim still holds for writing the server's answer.
 */
export const takeOut = async (
  within: Within,
  some: SomeDeliveries,
  reason: { withdrawnAt: number } | { abandonedAt: number },
): Promise<number> => {
  const { numUpdatedRows } = await within
    .updateTable('deliveries')
    .set(reason)
    .where('id', 'in', some.where(inLine))
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
