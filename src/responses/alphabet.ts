/** The 29 symbols of references and return codes: each group of look-alikes has one that stands for all. */
export const alphabet = '0123456789ACDEFGHJKMNPQRTVWXY'

const standsFor: Record<string, string> = { I: '1', L: '1', O: '0', Z: '2', S: '5', B: '8', U: 'V' }

// Twelve symbols and whatever stands between them; what is longer is no code, and costs nothing.
const LONGEST_TYPED = 100

/** What was typed, as it would have been printed: capitals, no spaces or hyphens, look-alikes folded into one. */
export const fold = (typed: string): string =>
  typed
    .slice(0, LONGEST_TYPED)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\p{Cf}]/gu, '')
    .replace(/[ILOZSBU]/g, (symbol) => standsFor[symbol]!)

/** The last `length` base-29 digits of the bytes read as one number; 16 bytes more than needed leave no bias to speak of. */
export const symbolsFrom = (bytes: Uint8Array, length: number): string => {
  let number = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
  return Array.from({ length }, () => {
    const symbol = alphabet[Number(number % 29n)]!
    number /= 29n
    return symbol
  }).join('')
}

/** Symbols in groups of four with hyphens, as people read them out: "K7MQ-2FTD". */
export const inGroups = (symbols: string): string => symbols.replace(/(.{4})(?=.)/g, '$1-')
