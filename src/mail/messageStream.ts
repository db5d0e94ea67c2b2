import { Readable } from 'node:stream'
import type { Phases } from '../delivery/carrier.ts'

const CHUNK = 64 * 1024

/** A message on its way out. */
export type MessageStream = {
  /** The bytes, for a transport that reads them only once the server has said 354. After a first byte there is no second try. */
  open(): Readable
  /** True once the end was let go, so that a final dot may have followed. */
  mayHaveArrived(): boolean
  /** Lets nothing more out, and waits until no phase is being told. */
  stop(): Promise<void>
}

/**
 * A message's bytes that tell their phases: the first byte waits for `bodyBegun`, the end for `bodyEnded`. What either
 * throws breaks the stream before the final dot, and a server that has not seen the dot cannot accept.
 */
export const messageStream = (message: Uint8Array, phases: Phases): MessageStream => {
  let begun: Readable | null = null
  let telling = Promise.resolve()
  const tell = (told: Promise<void>) => {
    telling = told.catch(() => undefined)
    return told
  }

  const open = (): Readable => {
    async function* told() {
      if (begun) throw new Error('The message began to go out on an earlier connection.')
      begun = stream
      await tell(phases.bodyBegun())
      for (let at = 0; at < message.length; at += CHUNK) yield message.subarray(at, at + CHUNK)
      await tell(phases.bodyEnded())
      // A stream that is destroyed while its source is awaited ends all the same, and with its end goes the final dot.
      if (stream.destroyed) throw new Error('The try was over before the message ended.')
    }
    const stream = Readable.from(told(), { objectMode: false, highWaterMark: CHUNK })
    return stream
  }
  const stop = () => {
    begun?.destroy()
    return telling
  }
  return { open, mayHaveArrived: () => begun?.readableEnded ?? false, stop }
}
