import type { Kysely, Migration } from 'kysely'

/** When a brought response was finished, by the server's clock and by its tablet's, and when its request began. */
export const takenTimes: Migration = {
  async up({ schema }: Kysely<never>) {
    for (const time of ['finishedAt', 'onDeviceAt', 'firstByteAt'])
      await schema.alterTable('taken').addColumn(time, 'bigint').execute()
  },
}
