import { fold, inGroups, spells, symbolsFrom } from './alphabet.ts'

const length = 12

/** The return code that 32 secret bytes spell: 12 symbols in three groups, 29^12 = 58.3 bits. */
export const returnCodeFrom = (secret: Uint8Array): string => inGroups(symbolsFrom(secret, length))

/** The return code that somebody typed, in its three groups, or null when it cannot be one. */
export const readReturnCode = (typed: string): string | null => {
  const words = fold(typed)
  return spells(words, length) ? inGroups(words) : null
}
