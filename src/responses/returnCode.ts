import { inGroups, symbolsFrom } from './alphabet.ts'

const length = 12

/** The return code that 32 secret bytes spell: 12 symbols in three groups, 29^12 = 58.3 bits. */
export const returnCodeFrom = (secret: Uint8Array): string => inGroups(symbolsFrom(secret, length))
