import type { Generated } from 'kysely'
import type { CarrierKind, LetterKind } from '../delivery/delivery.ts'
import type { OwnWay } from '../delivery/deliveryStore.ts'
import type { Happening } from '../stall/stall.ts'
import type { ShiftRow, TakenRow, TrayRow } from './stallTables.ts'

/** One version of a response that was sent; after forgetting `responseId`, `reference`, `pressHash` and `frozen` are null. */
export type SubmissionRow = {
  id: string
  responseId: string | null
  reference: string | null
  version: number
  pressHash: string | null
  onDeviceAt: number | null
  firstByteAt: number
  committedAt: number
  fingerprint: string
  /** JSON of Frozen. */
  frozen: Uint8Array | null
}

/** One letter's journey; `sequence` is the order of queueing, `worker` who holds it, `contents` JSON of QueuedLetter. */
export type DeliveryRow = {
  sequence: number
  id: string
  submissionId: string | null
  letter: LetterKind
  messageId: string | null
  onceHash: string | null
  contents: Uint8Array | null
  queuedAt: number
  dueAt: number
  worker: string | null
  fence: number
  frozenAt: number | null
  hash: string | null
  acceptedAt: number | null
  acceptedBy: CarrierKind | null
  /** JSON of the host and its words. */
  acceptance: Uint8Array | null
  refusedAt: number | null
  refusedWords: Uint8Array | null
  abandonedAt: number | null
  setAsideAt: number | null
  setAsideWords: Uint8Array | null
  withdrawnAt: number | null
  bouncedAt: number | null
  bouncedWords: Uint8Array | null
}

/** One try, made under the fence of one claim. */
export type AttemptRow = {
  deliveryId: string
  number: number
  fence: number
  connectingAt: number
  bodyBegunAt: number | null
  bodyEndedAt: number | null
  answeredAt: number | null
  endedAt: number | null
  words: Uint8Array | null
}

type KeptHash = { hash: string; addedAt: number }

/** The tables as Kysely sees them. Times are milliseconds since 1970, UTC; a value in bytes is sealed. */
export type Tables = {
  responses: {
    id: string
    reference: string | null
    consentAt: number
    consentWording: string
    begunAt: number
    savedAt: number | null
  }
  /** `value` is JSON. */
  answers: { responseId: string; question: string; value: Uint8Array }
  /** One row: a word that only the right key opens. */
  keyChecks: { sealed: Uint8Array }
  keys: { kind: string; hash: string; responseId: string; addedAt: number }
  submissions: SubmissionRow
  deliveries: Omit<DeliveryRow, 'sequence' | 'fence'> & { sequence: Generated<number>; fence: Generated<number> }
  messages: { deliveryId: string; bytes: Uint8Array }
  attempts: AttemptRow
  /** Message-IDs of letters that are gone, until carriers were told to drop their copies. */
  dropped: { messageId: string }
  workers: { worker: string; beats: number; beatAt: number }
  ownWays: { responseId: string; way: OwnWay; at: number }
  proofs: {
    sequence: Generated<number>
    responseId: string | null
    /** Null for one that was asked for before browsers were told apart: it proves nothing. */
    browser: string | null
    address: Uint8Array | null
    codeHash: string | null
    asker: string
    addressHash: string
    askedAt: number
    wrongTries: Generated<number>
    provedAt: number | null
  }
  organiserTokens: KeptHash
  organiserKeys: KeptHash
  stalls: { id: string; name: string; place: string; day: string; madeAt: number; closedAt: number | null }
  shifts: ShiftRow
  taken: TakenRow
  tray: TrayRow
  /** `word` is JSON of VouchWord. */
  vouches: { responseId: string; shiftId: string | null; word: Uint8Array }
  happenings: { stallId: string; what: Happening; hour: number; count: number }
  counts: { name: string; count: number; endsAt: number }
}
