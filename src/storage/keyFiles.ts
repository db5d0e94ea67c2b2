import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const length = 32

const makeKey = (file: string) => {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, crypto.getRandomValues(new Uint8Array(length)), { mode: 0o600, flush: true })
  try {
    // A link, not a rename: of two servers that start at once the second must not replace the first one's key.
    linkSync(draft, file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    rmSync(draft)
  }
}

const keyIn = (dataFolder: string, name: string, needed: string): Uint8Array<ArrayBuffer> => {
  const file = join(dataFolder, name)
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  if (!existsSync(file)) makeKey(file)
  const key = new Uint8Array(readFileSync(file))
  if (key.length === length) return key
  throw new Error(
    `${file} has ${key.length} bytes instead of ${length}. Put the file back from a backup: ${needed} need the key they were made with.`,
  )
}

/** The 32 bytes in the data folder's `server.key`, made by chance (mode 0600) at the first call. Throws when it has another length. */
export const serverKeyIn = (dataFolder: string): Uint8Array<ArrayBuffer> =>
  keyIn(dataFolder, 'server.key', 'links and codes')

/** The 32 bytes in the data folder's `responses.key`, under which answers are sealed; made and refused like the server's. */
export const responsesKeyIn = (dataFolder: string): Uint8Array<ArrayBuffer> =>
  keyIn(dataFolder, 'responses.key', 'answers')
