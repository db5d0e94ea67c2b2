import type { Heard } from '../stall/stalls.ts'
import type { Person } from '../stall/tablet.ts'

/** What a tablet was told when it was paired, and since. `aheadMs` is how far its clock is before the server's. */
export type Pairing = {
  key: string
  heard: Heard
  aheadMs: number
  signal: boolean
  troubles: string[]
  /** References of what reached the server after the closing; none until one did. */
  late?: string[]
  /** True while the browser may carry a visitor's cookie, which the server is to take back once nobody goes on online. */
  cookie: boolean
}

/** Who uses it now: the key that opens their response here, and when they last touched it (ms, this tablet's clock). */
export type Using = Person & { visit: string; touchedAt: number }

/**
 * What is still shown of somebody whose answers have left the tablet: their link, under a key of its own, and its `name`;
 * `online` where they go on on the server.
 */
export type Showing = {
  name: string
  secret: CryptoKey
  nonce: Uint8Array<ArrayBuffer>
  link: Uint8Array<ArrayBuffer>
  sent: boolean
  online: boolean
  touchedAt: number
}

/** People by the hour. */
export type TallyHour = { from: number; started: number; finished: number }
