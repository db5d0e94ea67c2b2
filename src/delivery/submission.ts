import { hasClosed } from '../consultation/closing.ts'
import type { Consultation } from '../consultation/consultation.ts'
import type { Answers } from '../questionnaire/answers.ts'

/** What stood there when somebody pressed Send. */
export type Frozen = {
  answers: Answers
  /** As the person wrote it, or null where they left it blank. */
  name: string | null
  /** The proven address; null only where a volunteer vouched for one without email. */
  address: string | null
  consent: { at: number; wording: string }
  /** A volunteer's card and when the person said yes, at a stall. */
  vouched: { by: string; at: number } | null
  /** The volunteer's card, where a volunteer typed what the person said; rows of before stalls have none. */
  assisted?: string
}

/** One version of a response as it was sent: frozen. Times are milliseconds since 1970, UTC. */
export type Submission = {
  id: string
  /** 1, and one more each time changed answers are sent again. */
  version: number
  /** Null, like `frozen`, once the response was deleted: then only the times stay. */
  reference: string | null
  responseId: string | null
  /** By the clock of the person's device, or null where it did not say. */
  onDeviceAt: number | null
  /** When the request's first byte came here. */
  firstByteAt: number
  /** When it was kept for good. */
  committedAt: number
  /** A print of the questionnaire, the boxes and the official form as they were then. */
  fingerprint: string
  frozen: Frozen | null
}

/** Late is what was kept at or after the closing, though its first byte may have come before. */
export const isLate = (consultation: Consultation, { committedAt }: Pick<Submission, 'committedAt'>): boolean =>
  hasClosed(consultation, committedAt)
