import { randomBytes } from 'node:crypto'

/**
 * Words that stand for a person. They have nothing in common, so that what packs by repeating, as a browser's database
 * does, has to write each of them whole at least once.
 */
export const makeWords = (count: number): string[] =>
  Array.from({ length: count }, () => `q${randomBytes(9).toString('hex')}`)
