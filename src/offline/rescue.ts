import type { Heard } from '../stall/stalls.ts'
import type { Queue } from './queue.ts'

const letters = (bytes: Uint8Array) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))

/** What waits on a tablet as a file, sealed as it lies there: only the server opens it. */
export const rescueOf = async (queue: Queue, heard: Pick<Heard, 'stall' | 'card'> | null): Promise<Uint8Array> => {
  const entries = (await queue.all()).map(({ id, sealed }) => ({ id, sealed: letters(sealed) }))
  return new TextEncoder().encode(
    JSON.stringify({ v: 1, stall: heard?.stall.id ?? null, card: heard?.card ?? null, entries }),
  )
}
