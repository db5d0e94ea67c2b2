import type { CameIn } from '../stall/takenIn.ts'
import type { Within } from './within.ts'

/** Whether a response still is the misfit that it came as: what its person saves after that they have in hand themselves. */
export const isStillMisfit = (row: { misfit: number | null; savedAt: number | null; at: number | null }): boolean =>
  row.misfit === 1 && (row.savedAt ?? 0) <= (row.at ?? 0)

/** The responses that are here of those that a stall's tablets brought, or tablets that nobody knows, in the order of coming. */
export const broughtIn = async (within: Within, stallId: string | null): Promise<CameIn[]> => {
  const rows = await within
    .selectFrom('taken')
    .innerJoin('responses', 'responses.id', 'taken.id')
    .leftJoin('shifts', 'shifts.id', 'taken.shiftId')
    .select(['taken.id', 'reference', 'shifts.number as shiftNumber', 'older', 'misfit', 'savedAt'])
    .select(['finishedAt', 'onDeviceAt', 'firstByteAt', 'at'])
    .where('stallId', stallId === null ? 'is' : '=', stallId)
    .orderBy('at')
    .orderBy('taken.id')
    .execute()
  return rows.map(({ savedAt, ...row }) => ({
    ...{ ...row, reference: row.reference ?? '', older: row.older === 1 },
    misfit: isStillMisfit({ ...row, savedAt }),
  }))
}
