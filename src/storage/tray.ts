import type { Waiting } from '../stall/stall.ts'
import { isStillMisfit } from './brought.ts'
import { countHappening } from './happenings.ts'
import { trayPlace } from './places.ts'
import type { Sealer } from './seal.ts'
import type { Within } from './within.ts'

const shiftIn = (within: Within, id: string) =>
  within.selectFrom('shifts').select(['id', 'stallId']).where('id', '=', id).executeTakeFirst()

/** Puts a response into the tray of its shift's stall, its link sealed; one that is there stays, one that is gone is not put. */
export const waitIn = async (
  within: Within,
  { seal }: Sealer,
  shiftId: string,
  { responseId, addedAt, link }: Pick<Waiting, 'responseId' | 'addedAt' | 'link'>,
): Promise<void> => {
  const shift = await shiftIn(within, shiftId)
  const response = await within.selectFrom('responses').select('id').where('id', '=', responseId).executeTakeFirst()
  if (!shift || !response) return
  const sealed = link === null ? null : seal(link, trayPlace(responseId))
  await within
    .insertInto('tray')
    .values({ responseId, stallId: shift.stallId, shiftId, addedAt, printedAt: null, link: sealed })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** What lies in a stall's tray, printed or not, in the order of coming. */
export const trayIn = async (within: Within, { openText }: Sealer, stallId: string): Promise<Waiting[]> => {
  const rows = await within
    .selectFrom('tray')
    .innerJoin('responses', 'responses.id', 'tray.responseId')
    .innerJoin('shifts', 'shifts.id', 'tray.shiftId')
    .leftJoin('taken', 'taken.id', 'tray.responseId')
    .select(['responseId', 'reference', 'shifts.number as shiftNumber', 'addedAt', 'printedAt', 'link'])
    .select(['misfit', 'savedAt', 'at'])
    .where('tray.stallId', '=', stallId)
    .orderBy('addedAt')
    .orderBy('responseId')
    .execute()
  return rows.map(({ link, reference, misfit, savedAt, at, ...row }) => ({
    ...{ ...row, misfit: isStillMisfit({ misfit, savedAt, at }) },
    reference: reference ?? '',
    link: link && openText(link, trayPlace(row.responseId)),
  }))
}

/** Ticks off what was printed at a stall, and counts each that was not ticked off before. */
export const tickOff = async (within: Within, stallId: string, responseIds: string[], at: number): Promise<void> => {
  if (responseIds.length === 0) return
  const { numUpdatedRows } = await within
    .updateTable('tray')
    .set({ printedAt: at })
    .where('stallId', '=', stallId)
    .where('responseId', 'in', responseIds)
    .where('printedAt', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows > 0n) await countHappening(within, stallId, 'printed', at, Number(numUpdatedRows))
}
