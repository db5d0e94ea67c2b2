import { readFile } from 'node:fs/promises'
import { typedPath } from './paths.ts'
import { fileProblem } from './stop.ts'

/** The bytes of a file that was named. Throws Stop 2 where it cannot be read. */
export const readNamed = (path: string): Promise<Uint8Array> =>
  readFile(typedPath(path)).catch((error: unknown) => Promise.reject(fileProblem(error, path)))
