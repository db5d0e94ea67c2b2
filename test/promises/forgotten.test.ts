import { askChanged } from './askChanged.ts'
import { sayFigures } from './figures.ts'
import { forgetPeople } from './forgottenRun.ts'

// G2. Encryption is taken out, so that what is kept can be found in the bytes of the disk. Its mutation partners run below:
// without `secure_delete` the file keeps what was deleted, without `wipeLog` the WAL does.

const PEOPLE = 40

test('past the day of forgetting nothing that a person wrote, nor their address, is on the disk', async () => {
  const { before, ...found } = await forgetPeople(PEOPLE)
  sayFigures('G2', { people: PEOPLE, 'canaries before': before, after: found.after })
  expect(before).toBeGreaterThan(4 * PEOPLE)
  expect(found).toEqual({ forgotten: PEOPLE, after: 0, closed: 0 })
}, 120_000)

const FEW = 6
const inDatabase = (from: string, to: string) => ({ file: 'src/storage/database.ts', from, to })
const keepDeleted = inDatabase('secure_delete = on', 'secure_delete = off')
const keepLog = inDatabase('await sql`pragma wal_checkpoint(truncate)`.execute(db)', 'await db')

test('partner: without secure_delete the file keeps what was deleted', async () => {
  const { forgotten, closed } = await askChanged('forgottenRun.ts', forgetPeople, [keepDeleted], FEW)
  expect([forgotten, closed > 0]).toEqual([FEW, true])
})

test('partner: without wipeLog the WAL keeps it until the end', async () => {
  const { forgotten, after, closed } = await askChanged('forgottenRun.ts', forgetPeople, [keepLog], FEW)
  expect([forgotten, after > 0, closed]).toEqual([FEW, true, 0])
})
