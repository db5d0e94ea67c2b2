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
}
