import { createHash } from 'node:crypto'

/** The SHA-256 of these words, one under the other, in hex: for what only has to be known again. */
export const sha256 = (...words: string[]): string => createHash('sha256').update(words.join('\n')).digest('hex')
