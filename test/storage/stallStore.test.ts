import { join } from 'node:path'
import { openDatabase } from '../../src/storage/database.ts'
import { sqliteResponseStore } from '../../src/storage/responseStore.ts'
import { plainSealer, type Sealer } from '../../src/storage/seal.ts'
import { sqliteStallStore } from '../../src/storage/stallStore.ts'
import { stallStoreContract } from '../contracts/stall-store.ts'
import { takingContract } from '../contracts/taking.ts'
import { wordsIn } from './bytesIn.ts'
import { withFolder } from './folder.ts'
import { sealer } from './sealer.ts'

const openIn = async (file: string, by: Sealer) => {
  const db = await openDatabase(file, by)
  return { store: sqliteStallStore(db, by), responses: sqliteResponseStore(db, by), close: () => db.destroy() }
}

stallStoreContract('SQLite', () => openIn(':memory:', sealer))
takingContract('SQLite, sealed', () => openIn(':memory:', sealer))
takingContract('SQLite, plain', () => openIn(':memory:', plainSealer))

const LINK = 'canaryLinkForASlip0000'

const takeOne = async ({ store }: Awaited<ReturnType<typeof openIn>>) => {
  const stall = { id: 's', name: 'S', place: 'P', day: '2017-09-30', madeAt: 1, closedAt: null }
  await store.make(stall, [{ id: 'a', number: 1, cardHash: 'c' }])
  await store.take({
    response: {
      id: 'one',
      reference: 'AAAA1111',
      consent: { at: 1, wording: 'Yes.' },
      answers: {},
      begunAt: 1,
      savedAt: 2,
    },
    keys: [],
    taken: {
      id: 'one',
      shiftId: 'a',
      digest: 'd',
      assisted: false,
      misfit: false,
      older: false,
      finishedAt: 1,
      onDeviceAt: 1,
      firstByteAt: 2,
      at: 3,
    },
    waits: { link: LINK },
    vouch: null,
  })
}

test('a link that waits for print stands readable in no file, and is gone from all of them when its stall closes', () =>
  withFolder(async (folder) => {
    for (const [name, by, found] of [['sealed', sealer, []] as const, ['plain', plainSealer, [LINK]] as const]) {
      const opened = await openIn(join(folder, name, 'responses.sqlite'), by)
      await takeOne(opened)
      expect(wordsIn(join(folder, name), [LINK])).toEqual(found)
      await opened.store.close('s', 9)
      expect(wordsIn(join(folder, name), [LINK])).toEqual([])
      await opened.close()
    }
  }))
