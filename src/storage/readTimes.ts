import type { Within } from './within.ts'

/** Every time of a response's letters and their tries, as JSON; nothing is opened for it. */
export const timesIn = async (within: Within, responseId: string): Promise<string> => {
  const letters = within
    .selectFrom('deliveries')
    .innerJoin('submissions', 'submissions.id', 'deliveries.submissionId')
    .where('submissions.responseId', '=', responseId)
  const rows = await letters
    .select(['sequence', 'queuedAt', 'dueAt', 'frozenAt', 'acceptedAt', 'refusedAt', 'abandonedAt'])
    .select(['setAsideAt', 'withdrawnAt', 'bouncedAt'])
    .orderBy('sequence')
    .execute()
  const tries = await letters
    .innerJoin('attempts', 'attempts.deliveryId', 'deliveries.id')
    .select(['sequence', 'attempts.number', 'connectingAt', 'bodyBegunAt', 'bodyEndedAt', 'answeredAt', 'endedAt'])
    .orderBy('sequence')
    .orderBy('attempts.number')
    .execute()
  return JSON.stringify([rows, tries])
}
