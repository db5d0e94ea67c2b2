import type { Response } from '../responses/response.ts'
import type { SealedRow } from './database.ts'

const NONCE_BYTES = 12

/** A key for one response alone. It cannot be read out, and is deleted with what lies under it. */
export const newSecret = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])

/** Seals a response under its key; the id is sealed along, so that it opens in its own place only. */
export const sealResponse = async (
  secret: CryptoKey,
  response: Response,
): Promise<Pick<SealedRow, 'nonce' | 'sealed'>> => {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
  const how = { name: 'AES-GCM', iv: nonce, additionalData: new TextEncoder().encode(response.id) }
  const plain = new TextEncoder().encode(JSON.stringify(response))
  return { nonce, sealed: new Uint8Array(await crypto.subtle.encrypt(how, secret, plain)) }
}

/** Opens what `sealResponse` closed. */
export const openResponse = async (secret: CryptoKey, { id, nonce, sealed }: SealedRow): Promise<Response> => {
  const how = { name: 'AES-GCM', iv: nonce, additionalData: new TextEncoder().encode(id) }
  return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(how, secret, sealed))) as Response
}
