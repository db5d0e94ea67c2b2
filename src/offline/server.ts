import { z } from 'zod'
import type { Heard } from '../stall/stalls.ts'

/** There was no answer of ours: no signal, or somebody else answered in our place. */
export class NoSignal extends Error {}

/** Our server knows this tablet no more: its card was revoked. */
export class Revoked extends Error {}

/** How long (ms) a tablet waits for the server before it says that there is no signal, and how fast (bytes a ms) a body must get there. */
export const PATIENCE_MS = 8_000
const SLOWEST = 2

const patienceFor = (body: string | Uint8Array): number => PATIENCE_MS + body.length / SLOWEST

/** Asks our server as this tablet. `path` is of this site. Throws NoSignal. */
export type AskServer = (
  path: string,
  init: { body: string | Uint8Array<ArrayBuffer>; type: string; cookies?: boolean },
) => Promise<Response>

/** Asks by `fetch`, with the pairing key and, unless it is asked for, without cookies. */
export const askingAs =
  (key: string): AskServer =>
  async (path, { body, type, cookies }) => {
    try {
      return await fetch(path, {
        method: 'POST',
        body,
        headers: { authorization: `Bearer ${key}`, 'content-type': type },
        credentials: cookies ? 'same-origin' : 'omit',
        // A login page of a hotel answers for us with a redirect to itself.
        redirect: 'error',
        cache: 'no-store',
        signal: AbortSignal.timeout(patienceFor(body)),
      })
    } catch (cause) {
      throw new NoSignal('the server did not answer', { cause })
    }
  }

const jwk = z.looseObject({ kty: z.literal('EC') })

const heard = z.object({
  now: z.number(),
  stall: z.object({ id: z.string(), name: z.string(), place: z.string(), day: z.string() }),
  card: z.number(),
  tray: z.number(),
  closed: z.boolean(),
  keys: z.object({ seal: jwk, receipts: jwk }),
})

/** Why our server did not take something, in a sentence. */
export const refusal = z.object({
  refused: z.string(),
  words: z.string().min(1).max(500),
})

/** The JSON of an answer, or NoSignal where it is none: somebody else's page, not ours. */
export const jsonIn = async (answer: Response): Promise<unknown> => {
  try {
    return await answer.json()
  } catch (cause) {
    throw new NoSignal('somebody else answered', { cause })
  }
}

/** Tells the server how this tablet stands, and hears how the stall does. Throws NoSignal and Revoked. */
export const hear = async (ask: AskServer, words: object): Promise<Heard> => {
  const answer = await ask('/stall/heard', { body: JSON.stringify(words), type: 'application/json' })
  const said = await jsonIn(answer)
  const refused = refusal.safeParse(said)
  if (refused.success && refused.data.refused === 'revoked') throw new Revoked('this tablet’s card was revoked')
  const read = heard.safeParse(said)
  if (!read.success) throw new NoSignal('somebody else answered')
  return read.data as Heard
}
