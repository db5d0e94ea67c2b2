import { uint8ArrayToBase64 } from 'uint8array-extras'
import type { Heard } from '../stall/stalls.ts'
import type { Queue } from './queue.ts'

/** What waits on a tablet as a file, sealed as it lies there: only the server opens it. */
export const rescueOf = async (queue: Queue, heard: Pick<Heard, 'stall' | 'card'> | null): Promise<Uint8Array> => {
  const entries = (await queue.all()).map(({ id, sealed }) => ({ id, sealed: uint8ArrayToBase64(sealed) }))
  return new TextEncoder().encode(
    JSON.stringify({ v: 1, stall: heard?.stall.id ?? null, card: heard?.card ?? null, entries }),
  )
}
