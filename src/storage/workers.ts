import type { Within } from './within.ts'

/** A worker's sign of life. */
export const beatIn = async (within: Within, worker: string, at: number): Promise<void> => {
  await within
    .insertInto('workers')
    .values({ worker, beats: 1, beatAt: at })
    .onConflict((conflict) =>
      conflict.column('worker').doUpdateSet(({ eb }) => ({ beats: eb('workers.beats', '+', 1), beatAt: at })),
    )
    .execute()
}

/** Drops workers that are dead: whoever finds them so says it by a time that no clock touches. What they hold is free. */
export const buryIn = async (within: Within, dead: string[]): Promise<void> => {
  if (dead.length > 0) await within.deleteFrom('workers').where('worker', 'in', dead).execute()
}

/** Ends a worker and frees what it holds, also from itself, should it come back under its name. */
export const leaveIn = async (within: Within, worker: string): Promise<void> => {
  await within.updateTable('deliveries').set({ worker: null }).where('worker', '=', worker).execute()
  await within.deleteFrom('workers').where('worker', '=', worker).execute()
}
