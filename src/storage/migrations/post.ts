import { type Kysely, type Migration, sql } from 'kysely'

const submissions = async ({ schema }: Kysely<never>) => {
  await schema
    .createTable('submissions')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('responseId', 'text')
    .addColumn('reference', 'text')
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('pressHash', 'text', (column) => column.unique())
    .addColumn('onDeviceAt', 'bigint')
    .addColumn('firstByteAt', 'bigint', (column) => column.notNull())
    .addColumn('committedAt', 'bigint', (column) => column.notNull())
    .addColumn('fingerprint', 'text', (column) => column.notNull())
    .addColumn('frozen', 'blob')
    .addUniqueConstraint('versionsOfResponse', ['responseId', 'version'])
    .execute()
}

const deliveries = async ({ schema }: Kysely<never>) => {
  await schema
    .createTable('deliveries')
    .addColumn('sequence', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('id', 'text', (column) => column.unique().notNull())
    .addColumn('submissionId', 'text', (column) => column.references('submissions.id'))
    .addColumn('letter', 'text', (column) => column.notNull())
    .addColumn('messageId', 'text')
    .addColumn('onceHash', 'text', (column) => column.unique())
    .addColumn('contents', 'blob')
    .addColumn('queuedAt', 'bigint', (column) => column.notNull())
    .addColumn('dueAt', 'bigint', (column) => column.notNull())
    .addColumn('worker', 'text')
    .addColumn('fence', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('frozenAt', 'bigint')
    .addColumn('hash', 'text')
    .addColumn('acceptedAt', 'bigint')
    .addColumn('acceptedBy', 'text')
    .addColumn('acceptance', 'blob')
    .addColumn('refusedAt', 'bigint')
    .addColumn('refusedWords', 'blob')
    .addColumn('abandonedAt', 'bigint')
    .addColumn('setAsideAt', 'bigint')
    .addColumn('setAsideWords', 'blob')
    .addColumn('withdrawnAt', 'bigint')
    .addColumn('bouncedAt', 'bigint')
    .addColumn('bouncedWords', 'blob')
    .execute()
  await schema.createIndex('deliveriesOfSubmission').on('deliveries').column('submissionId').execute()
  await schema.createIndex('deliveriesOfMessage').on('deliveries').column('messageId').execute()
}

const aDelivery = 'deliveries.id'

const whatDeliveriesHave = async ({ schema }: Kysely<never>) => {
  await schema
    .createTable('messages')
    .addColumn('deliveryId', 'text', (column) => column.primaryKey().references(aDelivery).onDelete('cascade'))
    .addColumn('bytes', 'blob', (column) => column.notNull())
    .execute()
  await schema
    .createTable('attempts')
    .addColumn('deliveryId', 'text', (column) => column.notNull().references(aDelivery).onDelete('cascade'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('fence', 'integer', (column) => column.notNull())
    .addColumn('connectingAt', 'bigint', (column) => column.notNull())
    .addColumn('bodyBegunAt', 'bigint')
    .addColumn('bodyEndedAt', 'bigint')
    .addColumn('answeredAt', 'bigint')
    .addColumn('endedAt', 'bigint')
    .addColumn('words', 'blob')
    .addPrimaryKeyConstraint('attemptsPrimaryKey', ['deliveryId', 'number'])
    .execute()
  await schema
    .createTable('dropped')
    .addColumn('messageId', 'text', (column) => column.primaryKey().notNull())
    .execute()
}

/** What a claim and a sweep look through every second: only what is still in line, only what still tells something. */
const shortLists = async (db: Kysely<never>) => {
  await sql`create index inLine on deliveries (letter = 'response', sequence) where acceptedAt is null and refusedAt is null and abandonedAt is null
    and setAsideAt is null and withdrawnAt is null and bouncedAt is null`.execute(db)
  await sql`create index withContents on deliveries (letter, queuedAt) where contents is not null`.execute(db)
}

const workers = async ({ schema }: Kysely<never>) => {
  await schema
    .createTable('workers')
    .addColumn('worker', 'text', (column) => column.primaryKey().notNull())
    .addColumn('beats', 'integer', (column) => column.notNull())
    .addColumn('beatAt', 'bigint', (column) => column.notNull())
    .execute()
}

const ownWays = async ({ schema }: Kysely<never>) => {
  await schema
    .createTable('ownWays')
    .addColumn('responseId', 'text', (column) => column.primaryKey().references('responses.id').onDelete('cascade'))
    .addColumn('way', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute()
}

/** What was sent, each letter's journey, who carries it, and the ways that people took themselves. */
export const post: Migration = {
  async up(db: Kysely<never>) {
    await submissions(db)
    await deliveries(db)
    await whatDeliveriesHave(db)
    await shortLists(db)
    await workers(db)
    await ownWays(db)
  },
}
