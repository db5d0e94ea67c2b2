/** The tables as Kysely sees them. Times are milliseconds since 1970, UTC; an answer's value is JSON. */
export type Tables = {
  responses: {
    id: string
    reference: string | null
    consentAt: number
    consentWording: string
    begunAt: number
    savedAt: number | null
  }
  answers: { responseId: string; question: string; value: string }
  keys: { kind: string; hash: string; responseId: string; addedAt: number }
}
