import type { Selectable } from 'kysely'
import type { Shift, ShiftAtStall, Stall } from '../stall/stall.ts'
import type { ShiftRow } from './stallTables.ts'
import type { Within } from './within.ts'

const shiftOf = ({ cardHash: _, shiftHash: __, syncHash: ___, tally, ...row }: Selectable<ShiftRow>): Shift => ({
  ...row,
  tally: JSON.parse(tally),
})

/** Stalls with their shifts in the order of their cards, the newest stall first; one alone by its id. */
export const stallsIn = async (within: Within, id?: string): Promise<(Stall & { shifts: Shift[] })[]> => {
  const all = within.selectFrom('stalls').selectAll().orderBy('day', 'desc').orderBy('madeAt', 'desc')
  const stalls = await (id === undefined ? all : all.where('id', '=', id)).execute()
  const rows = await within.selectFrom('shifts').selectAll().orderBy('number').execute()
  return stalls.map((stall) => ({ ...stall, shifts: rows.filter(({ stallId }) => stallId === stall.id).map(shiftOf) }))
}

/** The shift that a keyed hash belongs to, with its stall, where it was not revoked. */
export const shiftByHash = async (
  within: Within,
  column: 'cardHash' | 'shiftHash' | 'syncHash' | 'id',
  hash: string,
): Promise<ShiftAtStall | null> => {
  const unrevoked = within.selectFrom('shifts').selectAll().where('revokedAt', 'is', null)
  const row = await unrevoked.where(column, '=', hash).executeTakeFirst()
  if (!row) return null
  const stall = within.selectFrom('stalls').selectAll().where('id', '=', row.stallId)
  return { ...shiftOf(row), stall: await stall.executeTakeFirstOrThrow() }
}
