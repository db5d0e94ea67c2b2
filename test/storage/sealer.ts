import { aesSealer } from '../../src/storage/seal.ts'

/** A real sealer under a key that every test knows. */
export const sealer = aesSealer(new Uint8Array(32).fill(7))
