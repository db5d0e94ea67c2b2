import type { LetterKind } from './delivery.ts'

/** A letter that is to be queued. `to` is a person's or an organiser's address; null means the body's own, from the pack. */
export type QueuedLetter = {
  letter: LetterKind
  to: string | null
  submissionId: string | null
  /** What its template needs beside the submission, as JSON; kept encrypted. */
  data: Record<string, string | number | null>
  /** Two letters with the same one are one letter, whoever queues it; null for a letter that may come again. */
  once: string | null
}

/** A file that goes with a letter. */
export type Attachment = { name: string; type: string; bytes: Uint8Array }

/** A letter ready to become a message: addresses are plain mailboxes, names are shown words. */
export type Letter = {
  messageId: string
  from: { name: string; address: string }
  replyTo: { name: string; address: string } | null
  to: { name: string; address: string }
  subject: string
  text: string
  html: string
  attachments: Attachment[]
  /** The Date header, ms UTC. */
  date: number
  /** True for a letter that no machine should answer. */
  automatic: boolean
  /** The Message-ID of an earlier version that this one replaces, or null. */
  replaces: string | null
}

/** What a server is told beside the message: where it comes from, where trouble goes back to, and its one recipient. */
export type Envelope = { from: string; to: string }
