import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Consultation } from './consultation.ts'
import { UnsoundPack } from './problem.ts'
import { PACK_FILES, type PackFiles, soundPack } from './soundPack.ts'

const NOT_THERE = ['ENOENT', 'ENOTDIR', 'EISDIR']

const orNull = <T>(looked: Promise<T>): Promise<T | null> =>
  looked.catch((error: NodeJS.ErrnoException) => {
    if (NOT_THERE.includes(error.code ?? '')) return null
    throw error
  })

/** One file of a pack, or null where there is none. */
export const readPackFile = (folder: string, name: string): Promise<Uint8Array | null> =>
  orNull(readFile(join(folder, name)).then((bytes) => new Uint8Array(bytes)))

/** Throws UnsoundPack with one problem where a pack's folder is not there, or is a file. */
export const expectFolder = async (folder: string): Promise<void> => {
  const about = await orNull(stat(folder))
  if (about?.isDirectory()) return
  const found = about ? `${folder} is a file` : `there is no folder ${folder}`
  const remedy = 'correct the path: a pack is a folder with the six files of docs/packs.md'
  throw new UnsoundPack([{ file: folder, path: '', found, expected: 'the folder of a pack', remedy }])
}

/** The consultation in a folder. Throws UnsoundPack with the whole list of what is wrong with it. */
export const readPack = async (folder: string): Promise<Consultation> => {
  await expectFolder(folder)
  const bytes = await Promise.all(PACK_FILES.map((name) => readPackFile(folder, name)))
  return soundPack(Object.fromEntries(PACK_FILES.map((name, at) => [name, bytes[at] ?? null])) as PackFiles)
}
