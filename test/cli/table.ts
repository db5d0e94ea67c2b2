import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cli, packs, type Ran } from './command.ts'

const cell = (words: string) => (/[",;\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words)

/** Rows as a spreadsheet saves them: the header first. */
export const csv = (rows: string[][], end = '\r\n'): string => rows.map((row) => row.map(cell).join(',') + end).join('')

/** Writes a table into a folder and fills a form for each of its rows, the library's unless another pack is named. */
export const fillMany = async (
  folder: string,
  table: string | Uint8Array,
  words: string[],
  pack = packs.library,
): Promise<Ran> => {
  await writeFile(join(folder, 'answers.csv'), table)
  return cli(folder, 'fill', '--pack', pack, '--many', 'answers.csv', ...words)
}
