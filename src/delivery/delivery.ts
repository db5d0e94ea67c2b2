/**
 * Every letter there is: the response to the body, a copy to its person, a code, what went wrong, a link, alarms.
 * `templates/letters/README.md` says who gets each and when.
 */
export type LetterKind =
  | 'response'
  | 'copy'
  | 'code'
  | 'not-accepted'
  | 'refused'
  | 'bounced'
  | 'gone-after-all'
  | 'late'
  | 'organiser-link'
  | 'alarm'
  | 'tablets'

/** Who took a message: a mail server of the address's own domain, our relay, or a folder (then nobody did). */
export type CarrierKind = 'mx' | 'relay' | 'folder'

/**
 * One try to hand a message over. Open while `endedAt` is null; its phase is the last time that is set. A message whose
 * last byte went out and that was never answered may have arrived.
 */
export type Attempt = {
  number: number
  connectingAt: number
  /** Written before the first byte of the message goes out, and before its final dot. */
  bodyBegunAt: number | null
  bodyEndedAt: number | null
  /**
   * When the server answered the message, yes or no, or when we knew that its last byte never left. With `bodyEndedAt`
   * set and this null, it may have arrived.
   */
  answeredAt: number | null
  endedAt: number | null
  /** The server's words, or ours for what happened instead of an answer. */
  words: string | null
}

/** One letter's journey: a row of times (ms, UTC) and no status; `stateOf` says where it is. */
export type Delivery = {
  id: string
  submissionId: string | null
  letter: LetterKind
  messageId: string
  queuedAt: number
  /** No try before this. */
  dueAt: number
  attempts: Attempt[]
  /** When the message's bytes were made for good, and their SHA-256 in hex. */
  frozenAt: number | null
  hash: string | null
  acceptedAt: number | null
  accepted: { by: CarrierKind; host: string; words: string } | null
  refusedAt: number | null
  refusedWords: string | null
  /** No more tries: the closing has passed. */
  abandonedAt: number | null
  /** Taken out of the line because no message can be made of it; somebody has to look. */
  setAsideAt: number | null
  setAsideWords: string | null
  withdrawnAt: number | null
  bouncedAt: number | null
  bouncedWords: string | null
}
