import { sqliteCountStore } from '../../src/storage/countStore.ts'
import { openDatabase } from '../../src/storage/database.ts'
import { sqliteOrganiserStore } from '../../src/storage/organiserStore.ts'
import { countStoreContract } from '../contracts/count-store.ts'
import { organiserStoreContract } from '../contracts/organiser-store.ts'
import { proofStoreContract } from '../contracts/proof-store.ts'
import { openPost } from './openPost.ts'
import { sealer } from './sealer.ts'

const open = () => openDatabase(':memory:', sealer)

countStoreContract('SQLite', async () => {
  const db = await open()
  return { store: sqliteCountStore(db), close: () => db.destroy() }
})

organiserStoreContract('SQLite', async () => {
  const db = await open()
  return { store: sqliteOrganiserStore(db), close: () => db.destroy() }
})

proofStoreContract('SQLite', () => openPost())
