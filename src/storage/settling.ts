import type { Claim } from '../delivery/deliveryStore.ts'
import { inLine } from './inLine.ts'
import { deliveryPlace } from './places.ts'
import type { Sealer } from './seal.ts'
import type { Within } from './within.ts'

/** Takes a claimed letter out of the line, with the reason, and lets the claim go. */
export const setAsideIn = async (
  within: Within,
  { seal }: Sealer,
  { worker, fence, delivery }: Claim,
  words: string,
  at: number,
): Promise<void> => {
  await within
    .updateTable('deliveries')
    .set({ setAsideAt: at, setAsideWords: seal(words, deliveryPlace(delivery.id, 'setAsideWords')), worker: null })
    .where('id', '=', delivery.id)
    .where('worker', '=', worker)
    .where('fence', '=', fence)
    .where(inLine)
    .execute()
}

/** Writes that a letter came back, once; what never left cannot have. */
export const bouncedIn = async (
  within: Within,
  { seal }: Sealer,
  deliveryId: string,
  words: string,
  at: number,
): Promise<boolean> => {
  const sentOut = within.selectFrom('attempts').select('deliveryId').where('bodyEndedAt', 'is not', null)
  const row = await within
    .selectFrom('deliveries')
    .select(['id', 'contents'])
    .where('id', '=', deliveryId)
    .where('bouncedAt', 'is', null)
    .where(({ eb, or }) => or([eb('acceptedAt', 'is not', null), eb('id', 'in', sentOut)]))
    .executeTakeFirst()
  if (!row) return false
  const bouncedWords = row.contents && seal(words, deliveryPlace(deliveryId, 'bouncedWords'))
  await within.updateTable('deliveries').set({ bouncedAt: at, bouncedWords }).where('id', '=', deliveryId).execute()
  return true
}
