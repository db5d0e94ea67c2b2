import type { CarrierKind } from './delivery.ts'
import type { Envelope } from './letter.ts'

/** How a try ended. `unknown`: the whole message went out and no answer came, so it may have arrived. */
export type Verdict =
  | { accepted: { by: CarrierKind; host: string; words: string } }
  | { tryAgain: string }
  | { refused: string }
  | { unknown: string }

/** What a try says when the name or the password is wrong: no later try will mend it. */
export const NOT_LET_IN = 'our mail server does not let us in'

/** Told in this order, and waited for: each may throw, which breaks the try off before the next byte. */
export type Phases = { bodyBegun(): Promise<void>; bodyEnded(): Promise<void> }

/** What takes a message's bytes to its one recipient. Never throws: what went wrong is in the verdict's words. */
export type Carrier = {
  kind: CarrierKind
  carry(envelope: Envelope, message: Uint8Array, phases: Phases, signal?: AbortSignal): Promise<Verdict>
  /** A sentence when the server cannot be reached or does not know us; null when all is well. Within 5 seconds. */
  trouble(): Promise<string | null>
  /** Removes what a carrier kept itself of a message, where it keeps anything: a folder does. */
  forget(messageId: string): Promise<void>
  close(): Promise<void>
}
