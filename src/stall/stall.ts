import type { Answers } from '../questionnaire/answers.ts'
import type { KeyHash, Response } from '../responses/response.ts'
import type { CameIn, Provenance, TakenIn } from './takenIn.ts'

/** A table with volunteers, on one day (YYYY-MM-DD) in one place. Times are milliseconds since 1970, UTC. */
export type Stall = { id: string; name: string; place: string; day: string; madeAt: number; closedAt: number | null }

/** People that one tablet had in one hour, beginning `from`: who began, and who came to the end. Nobody's words. */
export type Tally = { from: number; started: number; finished: number }[]

/** What a tablet says of itself when it has signal: how many finished responses wait on it, and its people by the hour. */
export type TabletWords = { unsent: number; tally: Tally; aheadMs: number }

/** How a stall's printer is fed: both sides of a sheet, or one. */
export type Sides = 'two' | 'one'

/** One volunteer's session on one tablet, begun with a card of its own. */
export type Shift = TabletWords & {
  id: string
  stallId: string
  /** The card's number at its stall, from 1. */
  number: number
  pairedAt: number | null
  /** Its card and tablet open nothing any more. */
  revokedAt: number | null
  /** When the tablet was last heard of; null until then. */
  seenAt: number | null
  /** How its volunteer prints; `two` until they say otherwise. */
  sides: Sides
}

/** A shift with its stall. */
export type ShiftAtStall = Shift & { stall: Stall }

/** A completed response that waits for print; `link` is its private link's token, where its person wants it on paper. */
export type Waiting = {
  responseId: string
  reference: string
  shiftNumber: number
  addedAt: number
  printedAt: number | null
  link: string | null
  /** True where it answers what the pack no longer asks, and its person has not saved since. */
  misfit: boolean
}

/** What happened at a stall, counted by the hour. */
export type Happening = 'printed' | 'sent'

/** What it takes to send a response by a volunteer's word: what its person said yes to, just as they saw it. */
export type VouchWord = {
  answers: Answers
  assisted: boolean
  yes: { at: number; wording: string }
  deviceAt: number
  firstByteAt: number
}

/** A response that is still to be sent by a volunteer's word. */
export type Vouch = { responseId: string; shiftId: string | null; word: VouchWord }

/** What became of it: sent; into the tray; or neither, for it is gone, or went before. */
export type VouchEnd = 'sent' | 'waits' | 'neither'

/** All that is kept of a brought response at once: its keys, where it came from, and its place in its stall's tray. */
export type Bringing = {
  response: Response
  keys: KeyHash[]
  taken: TakenIn
  /** Null where it does not wait for print. */
  waits: { link: string | null } | null
  /** Null where no volunteer's word sends it. */
  vouch: Vouch | null
}

/** Where stalls live. Keys are kept only as keyed hashes. Each call is one transaction, durable when its promise resolves. */
export interface StallStore {
  make(stall: Stall, shifts: { id: string; number: number; cardHash: string }[]): Promise<void>
  addShift(stallId: string, shift: { id: string; number: number; cardHash: string }): Promise<void>
  stalls(): Promise<(Stall & { shifts: Shift[] })[]>
  stall(id: string): Promise<(Stall & { shifts: Shift[] }) | null>
  /** The shift of a card whose tablet was never heard of, not revoked, at a stall that is open; null for any other. */
  unpaired(cardHash: string): Promise<ShiftAtStall | null>
  /**
   * Pairs a tablet, or the same one again while it was never heard of: its answer may have been lost. False for any other, and
   * once it was heard of. `shiftHash` is of the tablet's cookie, `syncHash` of what it syncs by.
   */
  pair(shiftId: string, hashes: { shiftHash: string; syncHash: string }, at: number): Promise<boolean>
  /** The shift of a tablet by its cookie or by its pairing key; null where it was revoked or never was. */
  shiftBy(kind: 'shift' | 'sync', hash: string): Promise<ShiftAtStall | null>
  /** A shift by its own id; null where it was revoked or never was. */
  shift(id: string): Promise<ShiftAtStall | null>
  seen(shiftId: string, words: TabletWords, at: number): Promise<void>
  setSides(shiftId: string, sides: Sides): Promise<void>
  revoke(shiftId: string, at: number): Promise<void>
  /** Closes a stall: its tray is emptied for good, or of all that was printed. */
  close(stallId: string, at: number, how?: { keepUnprinted?: boolean }): Promise<void>
  taken(id: string): Promise<TakenIn | null>
  /** The reference of a response that is here; null once it was deleted. */
  referenceOf(id: string): Promise<string | null>
  /**
   * Keeps a brought response with all that belongs to it; false, and nothing is kept, where a response of that id was
   * brought, or is here, already. Throws ReferenceTaken.
   */
  take(bringing: Bringing): Promise<boolean>
  /**
   * The responses that are here of those that a stall's tablets brought, or tablets that nobody knows, in the order of
   * coming. One that its person has saved since is no misfit any more: they have it in hand.
   */
  brought(stallId: string | null): Promise<CameIn[]>
  provenanceOf(responseId: string): Promise<Provenance | null>
  /** What is still to be sent by a volunteer's word: one response, or all. */
  vouches(responseId?: string): Promise<Vouch[]>
  /** Ends that in one go with its count or its place in the tray; who comes second changes nothing. */
  endVouch(responseId: string, end: VouchEnd, at: number): Promise<void>
  /** Puts a response into its stall's tray; one that is there stays where it is. */
  wait(shiftId: string, waiting: Pick<Waiting, 'responseId' | 'addedAt' | 'link'>): Promise<void>
  tray(stallId: string): Promise<Waiting[]>
  /** Ticks off what was printed; each is counted once. */
  printed(stallId: string, responseIds: string[], at: number): Promise<void>
  count(stallId: string, what: Happening, at: number): Promise<void>
  happenings(stallId: string): Promise<{ what: Happening; from: number; count: number }[]>
}
