import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileProblem } from './stop.ts'

const write = async (path: string, bytes: Uint8Array): Promise<void> => {
  const real = await realpath(path).catch(() => path)
  const there = await stat(real).catch(() => null)
  // A pipe or a terminal is written to; put in its place, a file would end it.
  if (there && !there.isFile()) return writeFile(real, bytes)
  const half = join(dirname(real), `.cli-${process.pid}.part`)
  try {
    await writeFile(half, bytes, { mode: there ? there.mode & 0o777 : 0o666 })
    await rename(half, real)
  } catch (error) {
    await rm(half, { force: true })
    throw error
  }
}

/** Writes a file so that it is there whole or not at all; `named` is the path as its user knows it. Throws Stop 2. */
export const writeWhole = (path: string, bytes: Uint8Array, named: string): Promise<void> =>
  write(path, bytes).catch((error: unknown) => Promise.reject(fileProblem(error, named)))

/** Throws Stop 2 where a file cannot come to stand at a path because its folder is not there: told before the work is done. */
export const expectFolderFor = async (path: string, named: string): Promise<void> => {
  const folder = await stat(dirname(path)).catch((error: unknown) => Promise.reject(fileProblem(error, dirname(named))))
  if (!folder.isDirectory()) throw fileProblem({ code: 'ENOTDIR' }, named)
}
