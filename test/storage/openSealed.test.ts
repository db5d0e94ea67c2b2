import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { openSealed } from '../../src/storage/openSealed.ts'
import { CannotOpen } from '../../src/storage/seal.ts'
import { withFolder } from './folder.ts'

test('a lost key is missed, and none is made in its place', () =>
  withFolder(async (folder) => {
    const keyFile = join(folder, 'responses.key')
    const { db } = await openSealed(folder, null)
    await db.destroy()
    renameSync(keyFile, `${keyFile}.lost`)
    await expect(openSealed(folder, null)).rejects.toThrow(CannotOpen)
    expect(existsSync(keyFile)).toBe(false)
    renameSync(`${keyFile}.lost`, keyFile)
    const again = await openSealed(folder, null)
    await again.db.destroy()
  }))

test('another key is refused, and the one that is there stays', () =>
  withFolder(async (folder) => {
    const { db } = await openSealed(folder, null)
    await db.destroy()
    await expect(openSealed(folder, new Uint8Array(32))).rejects.toThrow(CannotOpen)
    expect(existsSync(join(folder, 'responses.key'))).toBe(true)
  }))
