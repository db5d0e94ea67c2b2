import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fill } from '../../../src/pdf/fill.ts'
import type { Response } from '../material/responses.ts'
import { answersOf } from '../peers/ourPack.ts'
import { marks, prepareOurs } from '../peers/ours.ts'

/** Where the n-th response's filled form lies in a folder. */
export const filledFile = (folder: string, n: number): string => join(folder, `${String(n).padStart(4, '0')}.pdf`)

/** Fills a form for each response and writes the final copies into a folder, for printers that only merge. */
export const writeFilledFiles = async (
  official: Uint8Array,
  responses: Response[],
  folder: string,
): Promise<string[]> => {
  const prepared = await prepareOurs({ kind: 'fillable', bytes: official })
  await mkdir(folder, { recursive: true })
  const files = responses.map((_, n) => filledFile(folder, n))
  for (const [n, response] of responses.entries())
    await writeFile(files[n]!, fill(prepared, answersOf(response), marks, 'final').bytes)
  return files
}
