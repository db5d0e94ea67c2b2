import type { Kysely, Migration } from 'kysely'

/** Responses, their answers, and the keys that open them. */
export const responses: Migration = {
  async up(db: Kysely<never>) {
    await db.schema
      .createTable('responses')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('reference', 'text', (column) => column.unique())
      .addColumn('consentAt', 'bigint', (column) => column.notNull())
      .addColumn('consentWording', 'text', (column) => column.notNull())
      .addColumn('begunAt', 'bigint', (column) => column.notNull())
      .addColumn('savedAt', 'bigint')
      .execute()
    await db.schema
      .createTable('answers')
      .addColumn('responseId', 'text', (column) => column.notNull().references('responses.id').onDelete('cascade'))
      .addColumn('question', 'text', (column) => column.notNull())
      .addColumn('value', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('answersPrimaryKey', ['responseId', 'question'])
      .execute()
    await db.schema
      .createTable('keys')
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .addColumn('responseId', 'text', (column) => column.notNull().references('responses.id').onDelete('cascade'))
      .addColumn('addedAt', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('keysPrimaryKey', ['kind', 'hash'])
      .execute()
    await db.schema.createIndex('keysOfResponse').on('keys').column('responseId').execute()
  },
}
