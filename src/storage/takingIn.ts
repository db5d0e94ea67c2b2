import type { Bringing } from '../stall/stall.ts'
import type { Provenance, TakenIn } from '../stall/takenIn.ts'
import { beginIn, refuseTaken } from './beginning.ts'
import type { Sealer } from './seal.ts'
import { waitIn } from './tray.ts'
import { markIn } from './vouches.ts'
import type { Within } from './within.ts'

/** What is kept of a response that a tablet brought; null where none of that id was. */
export const takenBy = async (within: Within, id: string): Promise<TakenIn | null> => {
  const row = await within.selectFrom('taken').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? { ...row, assisted: row.assisted === 1, misfit: row.misfit === 1, older: row.older === 1 } : null
}

const isHere = async (within: Within, id: string): Promise<boolean> =>
  (await within.selectFrom('responses').select('id').where('id', '=', id).executeTakeFirst()) !== undefined

/** Keeps a brought response with its keys, where it came from, and its place in the tray; false where its id is known. */
export const takeIn = async (
  within: Within,
  sealer: Sealer,
  { response, keys, taken, waits, vouch }: Bringing,
): Promise<boolean> => {
  if ((await takenBy(within, taken.id)) || (await isHere(within, response.id))) return false
  if (response.reference) await refuseTaken(within, response.reference)
  await beginIn(within, sealer, response, keys, taken.at)
  await within
    .insertInto('taken')
    .values({ ...taken, assisted: Number(taken.assisted), misfit: Number(taken.misfit), older: Number(taken.older) })
    .execute()
  if (waits && taken.shiftId)
    await waitIn(within, sealer, taken.shiftId, { responseId: response.id, addedAt: taken.at, ...waits })
  if (vouch) await markIn(within, sealer, vouch)
  return true
}

/** How a response came about at a stall; null for one that no stall brought. */
export const provenanceIn = async (within: Within, responseId: string): Promise<Provenance | null> => {
  const row = await within
    .selectFrom('taken')
    .innerJoin('shifts', 'shifts.id', 'taken.shiftId')
    .innerJoin('stalls', 'stalls.id', 'shifts.stallId')
    .select(['stallId', 'shifts.number as shiftNumber', 'stalls.name as stallName', 'assisted'])
    .where('taken.id', '=', responseId)
    .executeTakeFirst()
  return row ? { ...row, assisted: row.assisted === 1 } : null
}
