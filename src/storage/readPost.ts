import type { NotNull } from 'kysely'
import type { Delivery } from '../delivery/delivery.ts'
import type { Contents, Entry } from '../delivery/deliveryStore.ts'
import type { QueuedLetter } from '../delivery/letter.ts'
import type { Submission } from '../delivery/submission.ts'
import { deliveryPlace } from './places.ts'
import { deliveriesIn, deliveryIds } from './readDelivery.ts'
import { submissionBy, versionsOf, withoutFrozen } from './readSubmission.ts'
import { replacedIn } from './replacing.ts'
import type { Sealer } from './seal.ts'
import type { Within } from './within.ts'

/** A response's versions with their deliveries, the newest version first. */
export const sentOf = async (
  within: Within,
  sealer: Sealer,
  responseId: string,
): Promise<{ submission: Submission; deliveries: Delivery[] }[]> => {
  const versions = await versionsOf(within, sealer, responseId)
  if (versions.length === 0) return []
  const ids = versions.map(({ id }) => id)
  const deliveries = await deliveriesIn(within, sealer, deliveryIds(within).where('submissionId', 'in', ids))
  const bySubmission = Map.groupBy(deliveries, ({ submissionId }) => submissionId)
  return versions.map((submission) => ({ submission, deliveries: bySubmission.get(submission.id) ?? [] }))
}

/** Every version that has no letter to the body. */
export const keptUnsentIn = async (within: Within): Promise<Entry['submission'][]> => {
  const written = within.selectFrom('deliveries').select('submissionId').where('letter', '=', 'response')
  const rows = await within
    .selectFrom('submissions')
    .selectAll()
    .where('id', 'not in', written.where('submissionId', 'is not', null).$narrowType<{ submissionId: NotNull }>())
    .orderBy('committedAt')
    .execute()
  return rows.map(withoutFrozen)
}

const messageOf = async (within: Within, { open }: Sealer, deliveryId: string): Promise<Uint8Array | null> => {
  const row = await within
    .selectFrom('messages')
    .select('bytes')
    .where('deliveryId', '=', deliveryId)
    .executeTakeFirst()
  return row ? open(row.bytes, deliveryPlace(deliveryId, 'message')) : null
}

const replacedBy = async (within: Within, sealer: Sealer, submission: Submission | null) => {
  if (!submission?.responseId || submission.version === 1) return null
  const id = await replacedIn(within, submission)
  return id === null ? null : submissionBy(within, sealer, id)
}

/** All that stands in a letter, or null when it was wiped, as all are that were withdrawn. */
export const contentsOf = async (within: Within, sealer: Sealer, deliveryId: string): Promise<Contents | null> => {
  const row = await within
    .selectFrom('deliveries')
    .select(['submissionId', 'contents'])
    .where('id', '=', deliveryId)
    .executeTakeFirst()
  if (!row?.contents) return null
  const submission = row.submissionId === null ? null : await submissionBy(within, sealer, row.submissionId)
  return {
    letter: JSON.parse(sealer.openText(row.contents, deliveryPlace(deliveryId, 'contents'))) as QueuedLetter,
    submission,
    replaced: await replacedBy(within, sealer, submission),
    message: await messageOf(within, sealer, deliveryId),
  }
}
