import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Which of these words stand in the bytes of any file of a folder: the database, its WAL, whatever lies beside them. */
export const wordsIn = (folder: string, words: string[]): string[] => {
  const bytes = readdirSync(folder).map((file) => readFileSync(join(folder, file)))
  return words.filter((word) => bytes.some((text) => text.includes(word)))
}
