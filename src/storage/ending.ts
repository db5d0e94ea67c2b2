import type { Verdict } from '../delivery/carrier.ts'
import type { Claim } from '../delivery/deliveryStore.ts'
import { attemptPlace, deliveryPlace } from './places.ts'
import { deliveryIds } from './readDelivery.ts'
import type { Sealer } from './seal.ts'
import type { DeliveryRow } from './tables.ts'
import { isSecret, wipe } from './wiping.ts'
import type { Within } from './within.ts'

type Ended = { claim: Claim; verdict: Verdict; at: number; dueAt: number | null }

const wordsOf = (verdict: Verdict): string => {
  if ('accepted' in verdict) return verdict.accepted.words
  if ('refused' in verdict) return verdict.refused
  return 'unknown' in verdict ? verdict.unknown : verdict.tryAgain
}

// A server's "not now" answers the message only after its last byte; before that it, or nobody, answered something else.
const wasAnswered = (verdict: Verdict, bodyEndedAt: number | null): boolean =>
  'accepted' in verdict || 'refused' in verdict || ('tryAgain' in verdict && bodyEndedAt !== null)

const endAttempt = async (within: Within, { seal }: Sealer, row: DeliveryRow, { claim, verdict, at }: Ended) => {
  const attempts = await within
    .selectFrom('attempts')
    .select(['number', 'bodyEndedAt'])
    .where('deliveryId', '=', row.id)
    .where('fence', '=', claim.fence)
    .where('endedAt', 'is', null)
    .execute()
  for (const { number, bodyEndedAt } of attempts) {
    const words = row.contents && seal(wordsOf(verdict), attemptPlace(row.id, number))
    const answeredAt = wasAnswered(verdict, bodyEndedAt) ? at : null
    const end = { endedAt: at, answeredAt, words }
    await within
      .updateTable('attempts')
      .set(end)
      .where('deliveryId', '=', row.id)
      .where('number', '=', number)
      .execute()
  }
}

const accept = async (within: Within, { seal }: Sealer, row: DeliveryRow, { claim, verdict, at }: Ended) => {
  if (!('accepted' in verdict) || row.acceptedAt !== null) return
  const { by: acceptedBy, ...said } = verdict.accepted
  const acceptance = row.contents && seal(JSON.stringify(said), deliveryPlace(row.id, 'acceptance'))
  await within
    .updateTable('deliveries')
    .set({ acceptedAt: at, acceptedBy, acceptance })
    .where('id', '=', row.id)
    .execute()
  // Wiped while it was under way: the copy that a carrier has made meanwhile must go too.
  if (row.contents === null && claim.delivery.messageId) {
    const { messageId } = claim.delivery
    await within
      .insertInto('dropped')
      .values({ messageId })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  // A folder is a rehearsal's: whoever walks through it reads the code there, for its quarter of an hour.
  if (isSecret(row.letter) && acceptedBy !== 'folder') await wipe(within, deliveryIds(within).where('id', '=', row.id))
}

const outcomeOf = ({ seal }: Sealer, { id, contents, dueAt: due }: DeliveryRow, { verdict, at, dueAt }: Ended) => {
  if ('refused' in verdict) {
    return { refusedAt: at, refusedWords: contents && seal(verdict.refused, deliveryPlace(id, 'refusedWords')) }
  }
  return dueAt === null ? { dueAt: due, abandonedAt: at } : { dueAt }
}

/** Writes how a try ended and lets the claim go; of a claim that was lost only an acceptance, for that is the truth. */
export const endedIn = async (within: Within, sealer: Sealer, ended: Ended): Promise<void> => {
  const { claim, verdict } = ended
  const row = await within.selectFrom('deliveries').selectAll().where('id', '=', claim.delivery.id).executeTakeFirst()
  const holds = row?.worker === claim.worker && row.fence === claim.fence
  if (!row || !(holds || 'accepted' in verdict)) return
  await endAttempt(within, sealer, row, ended)
  if ('accepted' in verdict) await accept(within, sealer, row, ended)
  else
    await within
      .updateTable('deliveries')
      .set(outcomeOf(sealer, row, ended))
      .where('id', '=', row.id)
      .execute()
  if (holds) await within.updateTable('deliveries').set({ worker: null }).where('id', '=', row.id).execute()
}
