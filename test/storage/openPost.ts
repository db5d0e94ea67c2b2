import { join } from 'node:path'
import { openDatabase } from '../../src/storage/database.ts'
import { sqliteDeliveryStore } from '../../src/storage/deliveryStore.ts'
import { sqliteProofStore } from '../../src/storage/proofStore.ts'
import { sqliteResponseStore } from '../../src/storage/responseStore.ts'
import type { Sealer } from '../../src/storage/seal.ts'
import { messageIdOf } from '../contracts/delivery-samples.ts'
import { sealer } from './sealer.ts'

/** All stores of responses and post over one SQLite database; in memory without a folder. */
export const openPost = async (folder: string | null = null, by: Sealer = sealer) => {
  const db = await openDatabase(folder ? join(folder, 'responses.sqlite') : ':memory:', by)
  return {
    db,
    store: sqliteDeliveryStore(db, by, { messageIdOf }),
    responses: sqliteResponseStore(db, by),
    proofs: sqliteProofStore(db, by),
    close: () => db.destroy(),
  }
}
