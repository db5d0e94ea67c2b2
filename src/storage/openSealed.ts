import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Database, openDatabase } from './database.ts'
import { responsesKeyIn } from './keyFiles.ts'
import { aesSealer, CannotOpen, type Sealer } from './seal.ts'

const sealerIn = (dataFolder: string, key: Uint8Array | null): Sealer => aesSealer(key ?? responsesKeyIn(dataFolder))

/**
 * Opens the database of a data folder, sealed under `key` or the folder's own `responses.key`, made where nothing is yet.
 * Throws CannotOpen where the key is another, or lost; then no key is left behind that would look like the right one.
 */
export const openSealed = async (
  dataFolder: string,
  key: Uint8Array | null,
  sealer?: Sealer,
): Promise<{ db: Database; sealer: Sealer }> => {
  const keyFile = join(dataFolder, 'responses.key')
  const had = existsSync(keyFile)
  const used = sealer ?? sealerIn(dataFolder, key)
  try {
    return { db: await openDatabase(join(dataFolder, 'responses.sqlite'), used), sealer: used }
  } catch (error) {
    if (!had && error instanceof CannotOpen) rmSync(keyFile, { force: true })
    throw error
  }
}
