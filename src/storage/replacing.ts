import type { Submission } from '../delivery/submission.ts'
import { deliveryIds } from './readDelivery.ts'
import { takeOut } from './takingOut.ts'
import type { Within } from './within.ts'

const begun = (within: Within) =>
  within.selectFrom('attempts').select('deliveryId').where('bodyBegunAt', 'is not', null)

/** Withdraws earlier versions of a response of which no byte has gone to the body: the one that was just kept goes instead. */
export const withdrawReplaced = async (within: Within, { id, responseId, committedAt }: Submission): Promise<void> => {
  const earlier = within
    .selectFrom('submissions')
    .select('id')
    .where('responseId', '=', responseId)
    .where('id', '!=', id)
  const letters = deliveryIds(within)
    .where('letter', '=', 'response')
    .where('submissionId', 'in', earlier)
    .where('id', 'not in', begun(within))
  await takeOut(within, letters, { withdrawnAt: committedAt })
  await within
    .deleteFrom('messages')
    .where('deliveryId', 'in', letters.where('withdrawnAt', '=', committedAt))
    .execute()
}

/** The newest version before this one that the body may have: one that was never withdrawn, or not in time. Its id, or null. */
export const replacedIn = async (within: Within, { responseId, version }: Submission): Promise<string | null> => {
  const row = await within
    .selectFrom('submissions')
    .innerJoin('deliveries', 'deliveries.submissionId', 'submissions.id')
    .select('submissions.id')
    .where('submissions.responseId', '=', responseId)
    .where('version', '<', version)
    .where('letter', '=', 'response')
    .where(({ eb, or }) => or([eb('withdrawnAt', 'is', null), eb('deliveries.id', 'in', begun(within))]))
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}
