import type { Kysely, Migration } from 'kysely'

/** What is still to be sent by a volunteer's word, and which brought responses were asked with an older form. */
export const vouches: Migration = {
  async up({ schema }: Kysely<never>) {
    await schema
      .createTable('vouches')
      .addColumn('responseId', 'text', (column) => column.primaryKey().references('responses.id').onDelete('cascade'))
      .addColumn('shiftId', 'text', (column) => column.references('shifts.id'))
      .addColumn('word', 'blob', (column) => column.notNull())
      .execute()
    await schema
      .alterTable('taken')
      .addColumn('older', 'integer', (column) => column.notNull().defaultTo(0))
      .execute()
  },
}
