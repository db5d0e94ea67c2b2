import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Response } from '../../src/responses/response.ts'
import { openDatabase } from '../../src/storage/database.ts'
import { sqliteResponseStore } from '../../src/storage/responseStore.ts'
import { responseStoreContract } from '../contracts/response-store.ts'
import { withFolder } from './folder.ts'

responseStoreContract('SQLite in memory', async () => {
  const db = await openDatabase(':memory:')
  return { store: sqliteResponseStore(db), close: () => db.destroy() }
})

responseStoreContract('SQLite in a file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'storage-'))
  const db = await openDatabase(join(folder, 'responses.sqlite'))
  const close = async () => {
    await db.destroy()
    rmSync(folder, { recursive: true })
  }
  return { store: sqliteResponseStore(db), close }
})

describe('deleting for good', () => {
  const canaries = ['canary answer', 'canary wording', 'canaryKey', 'CANARYRF']
  const response: Response = {
    id: 'one',
    reference: null,
    consent: { at: 1, wording: 'canary wording' },
    answers: { why: `canary answer ${'at length '.repeat(2000)}` },
    begunAt: 1,
    savedAt: null,
  }
  const found = (folder: string) => {
    const bytes = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'latin1'))
    return canaries.filter((canary) => bytes.some((text) => text.includes(canary)))
  }

  test.each(['forget', 'forgetBefore'] as const)('%s leaves no byte in any file while the database is open', (way) =>
    withFolder(async (folder) => {
      const db = await openDatabase(join(folder, 'responses.sqlite'))
      const store = sqliteResponseStore(db)
      await store.begin(response, [{ kind: 'visit', hash: 'canaryKey' }])
      await store.save('one', { why: 'canary answer, shorter', other: ['canary answer'] }, 'CANARYRF', 2)
      expect(found(folder)).toEqual(canaries)
      await (way === 'forget' ? store.forget('one') : store.forgetBefore(3))
      expect(found(folder)).toEqual([])
      await db.destroy()
    }),
  )
})
