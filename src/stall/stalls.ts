import type { Shift, ShiftAtStall, Sides, Stall, TabletWords, Waiting } from './stall.ts'
import type { CameIn } from './takenIn.ts'

/** What a tablet is told each time it is heard of; times are ms, UTC. */
export type Heard = {
  now: number
  stall: Pick<Stall, 'id' | 'name' | 'place' | 'day'>
  card: number
  /** How many completed responses of this stall wait in the tray. */
  tray: number
  /** True once the stall was closed or its day is over: nobody begins here any more, what waits may still come. */
  closed: boolean
  /** The server's public keys: what is finished is sealed to `seal`, receipts are checked with `receipts`. */
  keys: { seal: JsonWebKey; receipts: JsonWebKey }
}

/** What became of a sealed response: a signed receipt, or why it was not taken, in a sentence for the volunteer. */
export type Brought =
  | { receipt: { words: string; signature: string } }
  | { refused: 'revoked' | 'other' | 'unreadable' | 'full'; words: string }

/** People at a stall in one hour. */
export type StallHour = { from: number; started: number; finished: number; printed: number; sent: number }

/** All that a server does with stalls. A wrong, used, revoked or never made key is alike: null. */
export type Stalls = {
  make(stall: { name: string; place: string; day: string; cards: number }, now: number): Promise<Stall>
  all(): Promise<(Stall & { shifts: Shift[] })[]>
  one(id: string): Promise<(Stall & { shifts: Shift[] }) | null>
  addCard(stallId: string): Promise<void>
  /** The token in a card's QR: it follows from the shift's id, so that a card can be printed again. */
  cardOf(shiftId: string): Promise<string>
  /**
   * Pairs the browser that brought a card first; the key is for its cookie. To the same browser, known by what it got when it
   * scanned the card, it gives the same again until its tablet was heard of: an answer may be lost. To any other, nothing.
   */
  pair(card: string, scanKey: string, now: number): Promise<{ key: string } | null>
  /** Whose cookie it is; nobody's any more twelve hours after the stall is over. */
  shiftOf(shiftKey: string, now: number): Promise<ShiftAtStall | null>
  /** What a paired tablet syncs by; it follows from its cookie's key, and opens no page. */
  pairingKeyOf(shiftKey: string): Promise<string>
  shiftByPairingKey(pairingKey: string): Promise<ShiftAtStall | null>
  heard(shift: ShiftAtStall, words: TabletWords, now: number): Promise<Heard>
  setSides(shiftId: string, sides: Sides): Promise<void>
  revoke(shiftId: string, now: number): Promise<void>
  close(stallId: string, now: number): Promise<void>
  /** Keeps what a tablet sealed as `id`: once, however often it is brought. `shiftId` is null where nobody knows which tablet it was; `firstByteAt` is when the request began (ms, UTC). */
  takeIn(shiftId: string | null, id: string, sealed: Uint8Array<ArrayBuffer>, firstByteAt: number): Promise<Brought>
  /** The same for a tablet that brings it by itself: what is new is taken so often an hour, and stays on the tablet meanwhile. */
  sync(shiftId: string, id: string, sealed: Uint8Array<ArrayBuffer>, firstByteAt: number): Promise<Brought>
  /** Puts what nobody has sent, of somebody who went on online and left, into the tray of the stall that brought it; false where it is not that. */
  leftBehind(shift: ShiftAtStall, responseId: string, now: number): Promise<boolean>
  /** Sends what is still marked to be sent, and closes stalls whose day ended long ago. Run it at start and every hour. */
  tidy(now: number): Promise<void>
  /** Whether a volunteer typed a response, and with which card; null for one that no stall brought. */
  assistedBy(responseId: string): Promise<string | null>
  /** What a stall's tablets brought and is here, by reference and time; with null, what came from tablets that nobody knows. */
  brought(stallId: string | null): Promise<CameIn[]>
  /** Counts one that was sent from a tablet, with a code to the person's phone. */
  sentFrom(shiftKey: string, now: number): Promise<void>
  tray(stallId: string): Promise<Waiting[]>
  printed(stallId: string, responseIds: string[], now: number): Promise<void>
  hours(stallId: string): Promise<StallHour[]>
}
