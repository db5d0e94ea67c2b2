import type { Response } from '../responses/response.ts'
import type { CarrierKind, Delivery } from './delivery.ts'
import type { OwnWay, Press, Pressed } from './deliveryStore.ts'
import type { Proof } from './proof.ts'
import type { Submission } from './submission.ts'

/** A response as one browser has it open, by that browser's visit key. */
export type OpenIn = { response: Pick<Response, 'id'>; key: string }

/** What became of the wish for a code; `wait`: too many were asked for, try again after these minutes. */
export type CodeAsked = { sentTo: string } | { wrongAddress: string } | { wait: number }

/** What became of a code; `over`: expired, used, or tried too often, so that a new one is needed. */
export type CodeEntered = 'right' | 'wrong' | 'over' | 'none'

/** A version with its letters, as its own person may see it. */
export type Sent = {
  submission: Submission
  response: Delivery | null
  /** Letters to the body that got nowhere, before another try was asked for. */
  earlier: Delivery[]
  copy: Delivery | null
}

/** All that a visitor's pages do with the post. */
export type Sending = {
  /** How "We send it" travels; null where no mail is set up: then it is not offered. */
  way: CarrierKind | null
  /** The campaign's own address, which the letters come from; null without mail. */
  from: string | null
  askCode(opened: OpenIn, address: string, asker: string, now: number): Promise<CodeAsked>
  enterCode(opened: OpenIn, digits: string, now: number): Promise<CodeEntered>
  /** The newest proof of a response in this browser: asked for, and perhaps given. What another browser proved counts for nothing. */
  proofOf(opened: OpenIn): Promise<Proof | null>
  /** Where the letter with the newest code of this browser is; `held-up`: a try of it has failed. */
  codeLetterOf(opened: OpenIn): Promise<'sent' | 'on-its-way' | 'held-up'>
  /** Keeps a version and queues its letters; `nameOf`, the plan and the fingerprint are this consultation's own, `key` is the browser's. */
  press(press: Omit<Press, 'nameOf' | 'fingerprint'> & { key: string }): Promise<Pressed>
  /** Whether there is anything to tell of a response: a version, or a way of its person's own. */
  hasSent(responseId: string): Promise<boolean>
  /** A response's versions, the newest first. */
  sent(responseId: string): Promise<Sent[]>
  /** Null: what they said before was a mistake. */
  sayOwnWay(responseId: string, way: OwnWay | null, now: number): Promise<void>
  ownWayOf(responseId: string): Promise<{ way: OwnWay; at: number } | null>
  /** An email as a file (.eml) that a mail program opens unsent: from nobody yet, to the body, the form attached. */
  draft(response: Response, form: { name: string; bytes: Uint8Array }): Promise<Uint8Array>
  /** The same subject and words, to copy by hand. */
  draftWords(response: Response): { to: string; subject: string; text: string }
  /** Yields each time something may have changed for a response, at least every 15 seconds, until the signal; null where too many watch. */
  changes(responseId: string, signal: AbortSignal): AsyncIterable<void> | null
}
