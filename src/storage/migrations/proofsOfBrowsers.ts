import type { Kysely, Migration } from 'kysely'

/** A proof belongs to the browser that the code was typed in, as a keyed hash; earlier ones are nobody's. */
export const proofsOfBrowsers: Migration = {
  async up({ schema }: Kysely<never>) {
    await schema.alterTable('proofs').addColumn('browser', 'text').execute()
  },
}
