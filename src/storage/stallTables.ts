import type { Generated } from 'kysely'
import type { Sides } from '../stall/stall.ts'

/** One volunteer's card and tablet; `tally` is JSON, and counts people. */
export type ShiftRow = {
  id: string
  stallId: string
  number: number
  cardHash: string
  shiftHash: string | null
  syncHash: string | null
  pairedAt: number | null
  revokedAt: number | null
  seenAt: number | null
  sides: Generated<Sides>
  unsent: Generated<number>
  tally: Generated<string>
  aheadMs: Generated<number>
}

/** What a tablet brought; it stays when the response is deleted. 1 for yes, 0 for no. */
export type TakenRow = {
  id: string
  shiftId: string | null
  digest: string
  assisted: number
  misfit: number
  older: Generated<number>
  finishedAt: number | null
  onDeviceAt: number | null
  firstByteAt: number | null
  at: number
}

/** What waits for print; `link` is a private link's token, sealed. */
export type TrayRow = {
  responseId: string
  stallId: string
  shiftId: string
  addedAt: number
  printedAt: number | null
  link: Uint8Array | null
}
