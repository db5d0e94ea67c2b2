import type { Kysely, Migration } from 'kysely'

const stallsAndShifts = async ({ schema }: Kysely<never>) => {
  await schema
    .createTable('stalls')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('madeAt', 'bigint', (column) => column.notNull())
    .addColumn('closedAt', 'bigint')
    .execute()
  await schema
    .createTable('shifts')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('stallId', 'text', (column) => column.notNull().references('stalls.id'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('cardHash', 'text', (column) => column.notNull().unique())
    .addColumn('shiftHash', 'text', (column) => column.unique())
    .addColumn('syncHash', 'text', (column) => column.unique())
    .addColumn('pairedAt', 'bigint')
    .addColumn('revokedAt', 'bigint')
    .addColumn('seenAt', 'bigint')
    .addColumn('sides', 'text', (column) => column.notNull().defaultTo('two'))
    .addColumn('unsent', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('tally', 'text', (column) => column.notNull().defaultTo('[]'))
    .addColumn('aheadMs', 'bigint', (column) => column.notNull().defaultTo(0))
    .addUniqueConstraint('cardsOfStall', ['stallId', 'number'])
    .execute()
}

/** Not of the responses: what was brought is known though its response was deleted since. */
const taken = async ({ schema }: Kysely<never>) => {
  await schema
    .createTable('taken')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('shiftId', 'text', (column) => column.references('shifts.id'))
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('assisted', 'integer', (column) => column.notNull())
    .addColumn('misfit', 'integer', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute()
}

const tray = async ({ schema }: Kysely<never>) => {
  await schema
    .createTable('tray')
    .addColumn('responseId', 'text', (column) => column.primaryKey().references('responses.id').onDelete('cascade'))
    .addColumn('stallId', 'text', (column) => column.notNull().references('stalls.id'))
    .addColumn('shiftId', 'text', (column) => column.notNull().references('shifts.id'))
    .addColumn('addedAt', 'bigint', (column) => column.notNull())
    .addColumn('printedAt', 'bigint')
    .addColumn('link', 'blob')
    .execute()
  await schema.createIndex('trayOfStall').on('tray').column('stallId').execute()
}

const happenings = async ({ schema }: Kysely<never>) => {
  await schema
    .createTable('happenings')
    .addColumn('stallId', 'text', (column) => column.notNull().references('stalls.id'))
    .addColumn('what', 'text', (column) => column.notNull())
    .addColumn('hour', 'bigint', (column) => column.notNull())
    .addColumn('count', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('happeningsPrimaryKey', ['stallId', 'what', 'hour'])
    .execute()
}

/** Stalls with their shifts, what tablets brought, what waits for print, and how much happened in each hour. */
export const stalls: Migration = {
  async up(db: Kysely<never>) {
    await stallsAndShifts(db)
    await taken(db)
    await tray(db)
    await happenings(db)
  },
}
