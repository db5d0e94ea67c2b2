import { uint8ArrayToBase64 } from 'uint8array-extras'
import { fold } from './alphabet.ts'
import type { HashedKind } from './response.ts'
import { returnCodeFrom } from './returnCode.ts'

const keyBytes = 16

const base64url = (bytes: Uint8Array): string => uint8ArrayToBase64(bytes, { urlSafe: true })

/** How long a browser's key opens anything: long enough to go out and come back, short enough for a library's computer. */
export const VISIT_MS = 12 * 60 * 60 * 1000

/** A key for one browser to carry: 128 bits by chance, base64url. */
export const newVisitKey = (): string => base64url(crypto.getRandomValues(new Uint8Array(keyBytes)))

/**
 * What the server's key makes of people's keys. A browser's own private link and return code follow from its visit key,
 * so it can be shown them again, although the database has no more than keyed hashes.
 */
export type Keys = {
  /** A key as the store keeps it; a return code is folded first, so that typing it differently opens the same. */
  hash<Kind extends HashedKind>(kind: Kind, words: string): Promise<{ kind: Kind; hash: string }>
  /** The token of this browser's private link: 128 bits, base64url. */
  linkOf(visitKey: string): Promise<string>
  /** This browser's return code in its three groups. */
  returnCodeOf(visitKey: string): Promise<string>
  /** The token in the QR of a shift's card: 128 bits, base64url. */
  cardOf(shiftId: string): Promise<string>
  /** The cookie's key of the tablet that a card pairs, of the card and of the browser that scanned it: 128 bits, base64url. */
  shiftKeyOf(card: string, scanKey: string): Promise<string>
  /** What a paired tablet syncs by, of its cookie's key: 128 bits, base64url. */
  pairingKeyOf(shiftKey: string): Promise<string>
}

/** Keys under a server key of 32 bytes or more; without that key no hash can be made or tried. */
export const keysOf = (serverKey: Uint8Array<ArrayBuffer>): Keys => {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const secret = crypto.subtle.importKey('raw', serverKey, algorithm, false, ['sign'])
  const sign = async (label: string, words: string) =>
    new Uint8Array(await crypto.subtle.sign('HMAC', await secret, new TextEncoder().encode(`${label}\n${words}`)))

  const tokenOf = async (label: string, words: string) => base64url((await sign(label, words)).slice(0, keyBytes))

  return {
    hash: async (kind, words) => ({
      kind,
      hash: base64url(await sign(`kept ${kind}`, kind === 'return-code' ? fold(words) : words)),
    }),
    linkOf: (visitKey) => tokenOf('link of visit', visitKey),
    cardOf: (shiftId) => tokenOf('card of shift', shiftId),
    shiftKeyOf: (card, scanKey) => tokenOf('key of shift', `${card}\n${scanKey}`),
    pairingKeyOf: (shiftKey) => tokenOf('pairing key of shift', shiftKey),
    returnCodeOf: async (visitKey) => returnCodeFrom(await sign('return code of visit', visitKey)),
  }
}
