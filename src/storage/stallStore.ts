import type { StallStore } from '../stall/stall.ts'
import { broughtIn } from './brought.ts'
import { type Database, wipeLog } from './database.ts'
import { countHappening, happeningsIn } from './happenings.ts'
import { shiftByHash, stallsIn } from './readStalls.ts'
import type { Sealer } from './seal.ts'
import { provenanceIn, takeIn, takenBy } from './takingIn.ts'
import { tickOff, trayIn, waitIn } from './tray.ts'
import { endVouchIn, vouchesIn } from './vouches.ts'
import { reading, type Within, writing } from './within.ts'

type NewShift = Parameters<StallStore['addShift']>[1]

const addShifts = async (within: Within, stallId: string, shifts: NewShift[]) => {
  for (const shift of shifts)
    await within
      .insertInto('shifts')
      .values({ ...shift, stallId })
      .execute()
}

const close = async (within: Within, stallId: string, closedAt: number, keepUnprinted: boolean) => {
  await within.updateTable('stalls').set({ closedAt }).where('id', '=', stallId).where('closedAt', 'is', null).execute()
  const rows = within.deleteFrom('tray').where('stallId', '=', stallId)
  await (keepUnprinted ? rows.where('printedAt', 'is not', null) : rows).execute()
}

const pair = async (
  within: Within,
  shiftId: string,
  hashes: { shiftHash: string; syncHash: string },
  pairedAt: number,
) => {
  const { numUpdatedRows } = await within
    .updateTable('shifts')
    .set({ ...hashes, pairedAt })
    .where('id', '=', shiftId)
    .where(({ or, eb }) => or([eb('shiftHash', 'is', null), eb('shiftHash', '=', hashes.shiftHash)]))
    .where('seenAt', 'is', null)
    .where('revokedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Stalls, shifts and trays in SQLite: keys as keyed hashes, links that wait for print sealed. */
export const sqliteStallStore = (db: Database, sealer: Sealer): StallStore => ({
  make: (stall, shifts) =>
    writing(db, async (within) => {
      await within.insertInto('stalls').values(stall).execute()
      await addShifts(within, stall.id, shifts)
    }),
  addShift: (stallId, shift) => writing(db, (within) => addShifts(within, stallId, [shift])),
  stalls: () => reading(db, (within) => stallsIn(within)),
  stall: (id) => reading(db, async (within) => (await stallsIn(within, id))[0] ?? null),

  unpaired: (cardHash) =>
    reading(db, async (within) => {
      const shift = await shiftByHash(within, 'cardHash', cardHash)
      return shift?.seenAt === null && shift.stall.closedAt === null ? shift : null
    }),
  pair: (shiftId, hashes, at) => writing(db, (within) => pair(within, shiftId, hashes, at)),
  shiftBy: (kind, hash) => reading(db, (within) => shiftByHash(within, `${kind}Hash`, hash)),
  shift: (id) => reading(db, (within) => shiftByHash(within, 'id', id)),
  seen: (shiftId, { unsent, tally, aheadMs }, seenAt) =>
    writing(db, async (within) => {
      const said = { unsent, tally: JSON.stringify(tally), aheadMs, seenAt }
      await within.updateTable('shifts').set(said).where('id', '=', shiftId).execute()
    }),
  async setSides(shiftId, sides) {
    await db.updateTable('shifts').set({ sides }).where('id', '=', shiftId).execute()
  },
  revoke: (shiftId, revokedAt) =>
    writing(db, async (within) => {
      const unrevoked = within.updateTable('shifts').set({ revokedAt }).where('revokedAt', 'is', null)
      await unrevoked.where('id', '=', shiftId).execute()
    }),
  async close(stallId, at, { keepUnprinted = false } = {}) {
    await writing(db, (within) => close(within, stallId, at, keepUnprinted))
    await wipeLog(db)
  },

  taken: (id) => reading(db, (within) => takenBy(within, id)),
  async referenceOf(id) {
    const row = await db.selectFrom('responses').select('reference').where('id', '=', id).executeTakeFirst()
    return row?.reference ?? null
  },
  take: (bringing) => writing(db, (within) => takeIn(within, sealer, bringing)),
  brought: (stallId) => reading(db, (within) => broughtIn(within, stallId)),
  provenanceOf: (responseId) => reading(db, (within) => provenanceIn(within, responseId)),

  vouches: (responseId) => reading(db, (within) => vouchesIn(within, sealer, responseId)),
  endVouch: (responseId, end, at) => writing(db, (within) => endVouchIn(within, sealer, responseId, end, at)),

  wait: (shiftId, waiting) => writing(db, (within) => waitIn(within, sealer, shiftId, waiting)),
  tray: (stallId) => reading(db, (within) => trayIn(within, sealer, stallId)),
  printed: (stallId, responseIds, at) => writing(db, (within) => tickOff(within, stallId, responseIds, at)),
  count: (stallId, what, at) => writing(db, (within) => countHappening(within, stallId, what, at)),
  happenings: (stallId) => reading(db, (within) => happeningsIn(within, stallId)),
})
