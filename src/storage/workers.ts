import type { Within } from './within.ts'

/** How long (ms) a worker that stands still is remembered. */
const REMEMBERED_MS = 24 * 60 * 60_000

/** A worker's sign of life; what has stood still for a day is dropped from the list. */
export const beatIn = async (within: Within, worker: string, at: number): Promise<void> => {
  await within
    .insertInto('workers')
    .values({ worker, beats: 1, beatAt: at })
    .onConflict((conflict) =>
      conflict.column('worker').doUpdateSet(({ eb }) => ({ beats: eb('workers.beats', '+', 1), beatAt: at })),
    )
    .execute()
  await within
    .deleteFrom('workers')
    .where('beatAt', '<', at - REMEMBERED_MS)
    .execute()
}

/** Ends a worker and frees what it holds, also from itself, should it come back under its name. */
export const leaveIn = async (within: Within, worker: string): Promise<void> => {
  await within.updateTable('deliveries').set({ worker: null }).where('worker', '=', worker).execute()
  await within.deleteFrom('workers').where('worker', '=', worker).execute()
}
