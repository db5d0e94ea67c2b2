import { createECDH, hkdfSync } from 'node:crypto'

/** A key pair as JSON (RFC 7518); the private half never leaves the server. */
export type StallKeyPair = { open: JsonWebKey; secret: JsonWebKey }

/** What tablets seal to, and what receipts are signed with. */
export type StallKeys = { seal: StallKeyPair; receipts: StallKeyPair }

// The order of P-256 (SEC 2, 2.4.2). 48 bytes taken modulo it have no bias to speak of.
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n
const BYTES = 48

const scalarOf = (serverKey: Uint8Array, label: string): Buffer => {
  const bytes = Buffer.from(hkdfSync('sha256', serverKey, '', label, BYTES))
  const number = (BigInt(`0x${bytes.toString('hex')}`) % (ORDER - 1n)) + 1n
  return Buffer.from(number.toString(16).padStart(64, '0'), 'hex')
}

const pairOf = (serverKey: Uint8Array, label: string): StallKeyPair => {
  const d = scalarOf(serverKey, label)
  const curve = createECDH('prime256v1')
  curve.setPrivateKey(d)
  const point = curve.getPublicKey()
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url'))
  const open = { kty: 'EC', crv: 'P-256', x: x!, y: y! }
  return { open, secret: { ...open, d: d.toString('base64url') } }
}

/** The two key pairs of P-256 that follow from the server's key, each by a label of its own: no file more to lose. */
export const stallKeysOf = (serverKey: Uint8Array): StallKeys => ({
  seal: pairOf(serverKey, 'stall responses are sealed to this'),
  receipts: pairOf(serverKey, 'stall receipts are signed with this'),
})
