import type { Claim } from '../delivery/deliveryStore.ts'
import { inLine } from './inLine.ts'
import { deliveryPlace } from './places.ts'
import { deliveryIds } from './readDelivery.ts'
import type { Sealer } from './seal.ts'
import type { Within } from './within.ts'

/** The claimed delivery, while its claim holds and it is still in line; else none. */
const held = (within: Within, { worker, fence, delivery }: Claim) =>
  deliveryIds(within)
    .where('id', '=', delivery.id)
    .where('worker', '=', worker)
    .where('fence', '=', fence)
    .where(inLine)

/** Keeps a message's bytes for good; false when the claim is lost, or when others were kept before. */
export const freezeIn = async (
  within: Within,
  { seal }: Sealer,
  claim: Claim,
  message: Uint8Array,
  hash: string,
  at: number,
): Promise<boolean> => {
  const row = await held(within, claim).select('hash').executeTakeFirst()
  if (!row || row.hash !== null) return row?.hash === hash
  const bytes = seal(message, deliveryPlace(row.id, 'message'))
  await within.insertInto('messages').values({ deliveryId: row.id, bytes }).execute()
  await within.updateTable('deliveries').set({ frozenAt: at, hash }).where('id', '=', row.id).execute()
  return true
}

/** Opens a try. */
export const connectingIn = async (within: Within, claim: Claim, at: number): Promise<boolean> => {
  const row = await held(within, claim).executeTakeFirst()
  if (!row) return false
  const { number } = await within
    .selectFrom('attempts')
    .select(({ fn }) => fn.max<number | null>('number').as('number'))
    .where('deliveryId', '=', row.id)
    .executeTakeFirstOrThrow()
  const attempt = { deliveryId: row.id, number: (number ?? 0) + 1, fence: claim.fence, connectingAt: at }
  await within.insertInto('attempts').values(attempt).execute()
  return true
}

/** Writes a phase of the claim's open try. */
export const phaseIn = async (
  within: Within,
  claim: Claim,
  phase: { bodyBegunAt: number } | { bodyEndedAt: number },
): Promise<boolean> => {
  const { numUpdatedRows } = await within
    .updateTable('attempts')
    .set(phase)
    .where('deliveryId', 'in', held(within, claim))
    .where('fence', '=', claim.fence)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
