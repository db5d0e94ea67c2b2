import { digestOf } from '../stall/receipt.ts'
import type { Showing } from './kept.ts'
import { newSecret } from './sealedAnswers.ts'

const NONCE_BYTES = 12

const utf8 = (words: string) => new TextEncoder().encode(words)

/** By what a shown link is known without saying it. */
export const nameOfLink = (link: string): Promise<string> => digestOf(utf8(link))

/** A link as it lies on a tablet while it is shown: it opens all that somebody said, so it is under a key that goes with it. */
export const sealLink = async (link: string): Promise<Pick<Showing, 'name' | 'secret' | 'nonce' | 'link'>> => {
  const secret = await newSecret()
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, secret, utf8(link))
  return { name: await nameOfLink(link), secret, nonce, link: new Uint8Array(sealed) }
}

/** The link that `sealLink` closed. */
export const openLink = async ({ secret, nonce, link }: Showing): Promise<string> =>
  new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce }, secret, link))
