import type { Response } from '../responses/response.ts'

/** A visitor's request as plain data: what was asked for, what was typed, and the product's time (ms, UTC). */
export type PageRequest = {
  params: Record<string, string>
  query: Record<string, string>
  /** Fields as typed, each name with every value sent under it. */
  fields: Record<string, string[]>
  file?: { bytes: Uint8Array }
  now: number
  /** Says when nobody waits for the answer any more. */
  signal?: AbortSignal
  /** The key this browser carries, and the response that it opens; null when it opens none. */
  key: string | null
  response: Response | null
  /** The key that an organiser's browser carries; whether it is one is for the controller to ask. */
  organiserKey: string | null
  /** The key that a paired tablet's browser carries, and the one that it syncs by, which comes in a header. */
  shiftKey: string | null
  pairingKey: string | null
  /** What a browser got with a card's page: by it the same browser is known when the button is pressed again. */
  scanKey: string | null
  /** Who asks, as far as the network says: a keyed hash of the address, for counting and nothing else. */
  asker: string
}
