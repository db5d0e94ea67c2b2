import type { Frozen, Submission } from '../delivery/submission.ts'
import { frozenPlace } from './places.ts'
import type { Sealer } from './seal.ts'
import type { SubmissionRow } from './tables.ts'
import type { Within } from './within.ts'

/** A version without what stands in it. */
export const withoutFrozen = ({ frozen: _, pressHash: __, ...row }: SubmissionRow): Omit<Submission, 'frozen'> => row

/** A version, opened. */
export const submissionOf = ({ openText }: Sealer, row: SubmissionRow): Submission => ({
  ...withoutFrozen(row),
  frozen: row.frozen && (JSON.parse(openText(row.frozen, frozenPlace(row.id))) as Frozen),
})

/** The version with this id, or null. */
export const submissionBy = async (within: Within, sealer: Sealer, id: string): Promise<Submission | null> => {
  const row = await within.selectFrom('submissions').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? submissionOf(sealer, row) : null
}

/** A response's versions, the newest first. */
export const versionsOf = async (within: Within, sealer: Sealer, responseId: string): Promise<Submission[]> => {
  const rows = await within
    .selectFrom('submissions')
    .selectAll()
    .where('responseId', '=', responseId)
    .orderBy('version', 'desc')
    .execute()
  return rows.map((row) => submissionOf(sealer, row))
}
