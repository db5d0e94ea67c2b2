import { sql } from 'kysely'
import { openDatabase } from '../../src/storage/database.ts'
import { inLine, isToBody } from '../../src/storage/inLine.ts'
import { sealer } from './sealer.ts'

test('a claim looks at what is in line alone, not at everything that was ever sent', async () => {
  const db = await openDatabase(':memory:', sealer)
  const claimable = db.selectFrom('deliveries').select('id').where(inLine).where(isToBody, '=', 1).orderBy('sequence')
  const words = claimable.compile().sql.replace('?', '1')
  const { rows } = await sql<{ detail: string }>`explain query plan ${sql.raw(words)}`.execute(db)
  expect(rows.map(({ detail }) => detail)).toEqual(['SEARCH deliveries USING INDEX inLine (<expr>=?)'])
  await db.destroy()
})
