import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Response } from '../../src/responses/response.ts'
import { openDatabase } from '../../src/storage/database.ts'
import { sqliteResponseStore } from '../../src/storage/responseStore.ts'
import { plainSealer, type Sealer } from '../../src/storage/seal.ts'
import { responseStoreContract } from '../contracts/response-store.ts'
import { wordsIn } from './bytesIn.ts'
import { withFolder } from './folder.ts'
import { sealer } from './sealer.ts'

responseStoreContract('SQLite in memory, plain', async () => {
  const db = await openDatabase(':memory:', plainSealer)
  return { store: sqliteResponseStore(db, plainSealer), close: () => db.destroy() }
})

responseStoreContract('SQLite in a file, sealed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'storage-'))
  const db = await openDatabase(join(folder, 'responses.sqlite'), sealer)
  const close = async () => {
    await db.destroy()
    rmSync(folder, { recursive: true })
  }
  return { store: sqliteResponseStore(db, sealer), close }
})

const answers = ['canary answer', 'canaryOption']
const inTheClear = ['canary wording', 'canaryKey', 'CANARYRF']
const response: Response = {
  id: 'one',
  reference: null,
  consent: { at: 1, wording: 'canary wording' },
  answers: { why: `canary answer ${'at length '.repeat(2000)}` },
  begunAt: 1,
  savedAt: null,
}

const withSaved = (by: Sealer, use: (store: ReturnType<typeof sqliteResponseStore>, folder: string) => Promise<void>) =>
  withFolder(async (folder) => {
    const db = await openDatabase(join(folder, 'responses.sqlite'), by)
    const store = sqliteResponseStore(db, by)
    await store.begin(response, [{ kind: 'visit', hash: 'canaryKey' }])
    await store.save('one', { why: 'canary answer, shorter', other: ['canaryOption'] }, 'CANARYRF', 2)
    await use(store, folder)
    await db.destroy()
  })

test('no answer stands readable in any file, and all of them do where nothing is sealed', async () => {
  await withSaved(sealer, async (_, folder) => expect(wordsIn(folder, [...answers, ...inTheClear])).toEqual(inTheClear))
  await withSaved(plainSealer, async (_, folder) => expect(wordsIn(folder, answers)).toEqual(answers))
})

test.each(['forget', 'forgetBefore'] as const)('%s leaves no byte in any file while the database is open', (way) =>
  withSaved(plainSealer, async (store, folder) => {
    expect(wordsIn(folder, [...answers, ...inTheClear])).toEqual([...answers, ...inTheClear])
    await (way === 'forget' ? store.forget('one', 4) : store.forgetBefore(3, 4))
    expect(wordsIn(folder, [...answers, ...inTheClear])).toEqual([])
  }),
)
