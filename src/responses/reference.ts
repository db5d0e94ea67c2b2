import { fold, spells, symbolsFrom } from './alphabet.ts'

const length = 8

/** A new reference by chance: 8 symbols without hyphens, as file names have it; `inGroups` sets it for reading. */
export const newReference = (): string => symbolsFrom(crypto.getRandomValues(new Uint8Array(24)), length)

/** The reference that somebody typed, or null when it cannot be one. */
export const readReference = (typed: string): string | null => {
  const words = fold(typed)
  return spells(words, length) ? words : null
}
