import { base64ToUint8Array, uint8ArrayToBase64 } from 'uint8array-extras'
import { z } from 'zod'

/** What the server says when it has kept a response for good: for which id, for which bytes, and when (ms, UTC). */
const receipt = z.strictObject({
  id: z.string(),
  digest: z.string(),
  at: z.number(),
  reference: z.string(),
  late: z.boolean(),
})

export type Receipt = z.infer<typeof receipt>

/** A receipt as it travels: its JSON, and the server's signature over just these characters (base64). */
export const signedReceipt = z.strictObject({ words: z.string(), signature: z.base64() })

export type SignedReceipt = z.infer<typeof signedReceipt>

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' }
const HOW = { name: 'ECDSA', hash: 'SHA-256' }

const utf8 = (words: string) => new TextEncoder().encode(words)

/** SHA-256 of bytes, base64. */
export const digestOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  uint8ArrayToBase64(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))

/** Signs a receipt with the server's private key. */
export const signReceipt = async (key: JsonWebKey, said: Receipt): Promise<SignedReceipt> => {
  const words = JSON.stringify(said)
  const own = await crypto.subtle.importKey('jwk', key, CURVE, false, ['sign'])
  const signature = new Uint8Array(await crypto.subtle.sign(HOW, own, utf8(words)))
  return { words, signature: uint8ArrayToBase64(signature) }
}

/** The receipt in an answer that anybody may have given: null unless the server signed it, for this id and these bytes. */
export const receiptIn = async (
  key: JsonWebKey,
  answer: unknown,
  { id, digest }: Pick<Receipt, 'id' | 'digest'>,
): Promise<Receipt | null> => {
  const signed = signedReceipt.safeParse(answer)
  if (!signed.success) return null
  const { words, signature } = signed.data
  const theirs = await crypto.subtle.importKey('jwk', key, CURVE, false, ['verify'])
  const bytes = base64ToUint8Array(signature)
  if (!(await crypto.subtle.verify(HOW, theirs, bytes, utf8(words)))) return null
  const said = receipt.safeParse(JSON.parse(words))
  return said.success && said.data.id === id && said.data.digest === digest ? said.data : null
}
