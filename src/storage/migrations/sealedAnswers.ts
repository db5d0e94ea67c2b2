import type { Kysely, Migration } from 'kysely'
import { answerPlace } from '../places.ts'
import type { Sealer } from '../seal.ts'

type Before = { answers: { responseId: string; question: string; value: string } }
type After = { sealedAnswers: { responseId: string; question: string; value: Uint8Array } }
type Both = Kysely<Before & After>

const BATCH = 500

const makeTable = (db: Both) =>
  db.schema
    .createTable('sealedAnswers')
    .addColumn('responseId', 'text', (column) => column.notNull().references('responses.id').onDelete('cascade'))
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('value', 'blob', (column) => column.notNull())
    .addPrimaryKeyConstraint('sealedAnswersPrimaryKey', ['responseId', 'question'])
    .execute()

const sealAll = async (db: Both, { seal }: Sealer) => {
  const read = (offset: number) =>
    db.selectFrom('answers').selectAll().orderBy('responseId').orderBy('question').limit(BATCH).offset(offset).execute()
  for (let offset = 0; ; offset += BATCH) {
    const rows = await read(offset)
    if (rows.length === 0) return
    const sealed = rows.map((row) => ({ ...row, value: seal(row.value, answerPlace(row.responseId, row.question)) }))
    await db.insertInto('sealedAnswers').values(sealed).execute()
  }
}

/** Seals every answer that stood readable, and keeps a sealed word by which another key is known at once. */
export const sealedAnswers = (sealer: Sealer): Migration => ({
  async up(db: Both) {
    await makeTable(db)
    await sealAll(db, sealer)
    await db.schema.dropTable('answers').execute()
    await db.schema.alterTable('sealedAnswers').renameTo('answers').execute()
    await db.schema
      .createTable('keyChecks')
      .addColumn('sealed', 'blob', (column) => column.notNull())
      .execute()
  },
})
