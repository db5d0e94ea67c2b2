import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from 'node:crypto'

/**
 * Closes what is kept and opens it again. `context` names the one place that a value stands in: moved elsewhere, it does
 * not open. `open` and `openText` throw CannotOpen.
 */
export type Sealer = {
  seal(plain: string | Uint8Array, context: string): Uint8Array
  open(sealed: Uint8Array, context: string): Uint8Array
  openText(sealed: Uint8Array, context: string): string
}

/** A sealed value that does not open: another key, another place, or bytes that were changed. */
export class CannotOpen extends Error {}

const KEY_BYTES = 32
// A random nonce of 96 bits may be used some 2^32 times under one key (NIST SP 800-38D, 8.3); we seal far less.
const NONCE_BYTES = 12
const TAG_BYTES = 16
const [PLAIN, AES_256_GCM] = [0, 1] as const

const WRONG_KEY =
  'The answers in this database were sealed with another key. Put responses.key (or RESPONSES_KEY) back from the backup ' +
  'that goes with this database: without that key nobody can read them.'

const reading = (open: Sealer['open']): Pick<Sealer, 'open' | 'openText'> => ({
  open,
  openText: (sealed, context) => new TextDecoder().decode(open(sealed, context)),
})

/** Seals with AES-256-GCM under 32 bytes: a mark, a nonce by chance, the ciphertext, and a tag that covers the context too. */
export const aesSealer = (key: Uint8Array): Sealer => {
  if (key.length !== KEY_BYTES) throw new Error(`a key of ${KEY_BYTES} bytes is needed, not of ${key.length}`)
  const secret = createSecretKey(key)

  const open = (sealed: Uint8Array, context: string) => {
    const body = sealed.subarray(1 + NONCE_BYTES, -TAG_BYTES)
    const decipher = createDecipheriv('aes-256-gcm', secret, sealed.subarray(1, 1 + NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    })
    decipher.setAAD(Buffer.from(context)).setAuthTag(sealed.subarray(-TAG_BYTES))
    return Buffer.concat([decipher.update(body), decipher.final()])
  }

  return {
    seal(plain, context) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', secret, nonce, { authTagLength: TAG_BYTES })
      cipher.setAAD(Buffer.from(context))
      const body = cipher.update(Buffer.from(plain))
      return Buffer.concat([[AES_256_GCM], nonce, body, cipher.final(), cipher.getAuthTag()].map(Buffer.from))
    },
    ...reading((sealed, context) => {
      if (sealed[0] !== AES_256_GCM) throw new CannotOpen(WRONG_KEY)
      try {
        return open(sealed, context)
      } catch (cause) {
        throw new CannotOpen(WRONG_KEY, { cause })
      }
    }),
  }
}

/** Seals nothing: what is kept stands readable in the file. Only for the tests that look for it there. */
export const plainSealer: Sealer = {
  seal: (plain) => Buffer.concat([Buffer.from([PLAIN]), Buffer.from(plain)]),
  ...reading((kept) => {
    if (kept[0] !== PLAIN) throw new CannotOpen(WRONG_KEY)
    return kept.subarray(1)
  }),
}
