/** A P-256 key as JSON (RFC 7518): public on tablets, private on the server alone. */
export type SealingKey = JsonWebKey

/** A sealed value that does not open: another key, another id, or bytes that were changed. */
export class CannotUnseal extends Error {}

const CURVE = { name: 'ECDH', namedCurve: 'P-256' }
const POINT_BYTES = 65
const NONCE = new Uint8Array(12)

const utf8 = (words: string) => new TextEncoder().encode(words)

const agree = async (publicKey: CryptoKey, privateKey: CryptoKey, point: Uint8Array<ArrayBuffer>, use: KeyUsage) => {
  const bits = await crypto.subtle.deriveBits({ name: 'ECDH', public: publicKey }, privateKey, 256)
  const secret = await crypto.subtle.importKey('raw', bits, 'HKDF', false, ['deriveKey'])
  const how = { name: 'HKDF', hash: 'SHA-256', salt: point, info: utf8('stall response') }
  return crypto.subtle.deriveKey(how, secret, { name: 'AES-GCM', length: 256 }, false, [use])
}

// The key of each sealing is its own, so that the nonce may be the same.
const under = (id: string) => ({ name: 'AES-GCM', iv: NONCE, additionalData: utf8(id) })

/** Seals bytes to the server's public key, as `id`: a point of 65 bytes made for this once, and AES-256-GCM under what both agree on. */
export const sealTo = async (
  key: SealingKey,
  id: string,
  plain: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> => {
  const theirs = await crypto.subtle.importKey('jwk', key, CURVE, false, [])
  const own = await crypto.subtle.generateKey(CURVE, false, ['deriveBits'])
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', own.publicKey))
  const secret = await agree(theirs, own.privateKey, point, 'encrypt')
  const closed = new Uint8Array(await crypto.subtle.encrypt(under(id), secret, plain))
  const sealed = new Uint8Array(POINT_BYTES + closed.length)
  sealed.set(point)
  sealed.set(closed, POINT_BYTES)
  return sealed
}

/** Opens with the server's private key what was sealed as `id`. Throws CannotUnseal. */
export const unseal = async (
  key: SealingKey,
  id: string,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> => {
  try {
    const own = await crypto.subtle.importKey('jwk', key, CURVE, false, ['deriveBits'])
    const point = sealed.slice(0, POINT_BYTES)
    const theirs = await crypto.subtle.importKey('raw', point, CURVE, false, [])
    const secret = await agree(theirs, own, point, 'decrypt')
    return new Uint8Array(await crypto.subtle.decrypt(under(id), secret, sealed.slice(POINT_BYTES)))
  } catch (cause) {
    throw new CannotUnseal('what a tablet sealed does not open', { cause })
  }
}
