import { join } from 'node:path'
import { openDatabase } from '../../src/storage/database.ts'
import { durabilityOf } from '../../src/storage/durability.ts'
import { aesSealer } from '../../src/storage/seal.ts'
import { withFolder } from './folder.ts'

test('what a page calls saved outlives the power: WAL, synchronous=FULL, and wiped when it is deleted', () =>
  withFolder(async (folder) => {
    const db = await openDatabase(join(folder, 'responses.sqlite'), aesSealer(new Uint8Array(32)))
    expect(await durabilityOf(db)).toEqual({ synchronous: 2, journalMode: 'wal', secureDelete: 1, check: 'ok' })
    await db.destroy()
  }))
