import { readFile } from 'node:fs/promises'
import { inspectForeign } from '../workers/foreignPdf.ts'
import { typedPath } from './paths.ts'
import { fileProblem } from './stop.ts'

/** Prints the pages and fields of a PDF as JSON; the file is opened in a process of its own, with limits. */
export const inspectCommand = async (path: string): Promise<void> => {
  const bytes = await readFile(typedPath(path)).catch((error: unknown) => Promise.reject(fileProblem(error, path)))
  process.stdout.write(`${JSON.stringify(await inspectForeign(bytes), null, 2)}\n`)
}
