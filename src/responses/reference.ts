import { symbolsFrom } from './alphabet.ts'

const length = 8

/** A new reference by chance: 8 symbols without hyphens, as file names have it; `inGroups` sets it for reading. */
export const newReference = (): string => symbolsFrom(crypto.getRandomValues(new Uint8Array(24)), length)
