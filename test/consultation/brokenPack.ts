import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UnsoundPack } from '../../src/consultation/problem.ts'
import { PACK_FILES, type PackFiles, soundPack } from '../../src/consultation/soundPack.ts'

/** The bundled pack's folder. */
export const folder = join(import.meta.dirname, '../../assets/consultations/mopac-2017')

/** The bundled pack's files, sound as they are. */
export const files = async (): Promise<PackFiles> => {
  const bytes = await Promise.all(PACK_FILES.map((name) => readFile(join(folder, name))))
  return Object.fromEntries(PACK_FILES.map((name, at) => [name, new Uint8Array(bytes[at]!)])) as PackFiles
}

export type Edit = [from: string, to: string]

/** The same with words of one file changed. */
export const changed = async (name: keyof PackFiles, ...edits: Edit[]): Promise<PackFiles> => {
  const pack = await files()
  const text = edits.reduce((before, [from, to]) => {
    expect(before).toContain(from)
    return before.replace(from, to)
  }, new TextDecoder().decode(pack[name]!))
  return { ...pack, [name]: new TextEncoder().encode(text) }
}

/** What is wrong with a pack; none when it is sound. */
export const problemsOf = async (pack: PackFiles) => {
  const error = await soundPack(pack).catch((reason: unknown) => reason)
  return error instanceof UnsoundPack ? error.problems : []
}
