import type { Kysely, Migration } from 'kysely'

const keptHashes = async ({ schema }: Kysely<never>, table: string) => {
  await schema
    .createTable(table)
    .addColumn('hash', 'text', (column) => column.primaryKey().notNull())
    .addColumn('addedAt', 'bigint', (column) => column.notNull())
    .execute()
}

/** Codes that prove an address, organisers' tokens and keys, and counts for limits. */
export const proofs: Migration = {
  async up(db: Kysely<never>) {
    await db.schema
      .createTable('proofs')
      .addColumn('sequence', 'integer', (column) => column.primaryKey().autoIncrement())
      .addColumn('responseId', 'text')
      .addColumn('address', 'blob')
      .addColumn('codeHash', 'text')
      .addColumn('asker', 'text', (column) => column.notNull())
      .addColumn('addressHash', 'text', (column) => column.notNull())
      .addColumn('askedAt', 'bigint', (column) => column.notNull())
      .addColumn('wrongTries', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('provedAt', 'bigint')
      .execute()
    await db.schema.createIndex('proofsOfResponse').on('proofs').column('responseId').execute()
    await db.schema.createIndex('proofsAsked').on('proofs').column('askedAt').execute()
    await keptHashes(db, 'organiserTokens')
    await keptHashes(db, 'organiserKeys')
    await db.schema
      .createTable('counts')
      .addColumn('name', 'text', (column) => column.primaryKey().notNull())
      .addColumn('count', 'integer', (column) => column.notNull())
      .addColumn('endsAt', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('countsByEnd').on('counts').column('endsAt').execute()
  },
}
