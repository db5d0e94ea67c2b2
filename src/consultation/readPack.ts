import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Consultation } from './consultation.ts'
import { PACK_FILES, type PackFiles, soundPack } from './soundPack.ts'

const orNull = (file: string): Promise<Uint8Array | null> =>
  readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null
    throw error
  })

/** The consultation in a folder. Throws UnsoundPack with the whole list of what is wrong with it. */
export const readPack = async (folder: string): Promise<Consultation> => {
  const bytes = await Promise.all(PACK_FILES.map((name) => orNull(join(folder, name))))
  return soundPack(Object.fromEntries(PACK_FILES.map((name, at) => [name, bytes[at] ?? null])) as PackFiles)
}
