import type { Answers } from '../questionnaire/answers.ts'

/** One person's answers over time. Times are milliseconds since 1970, UTC. */
export type Response = {
  id: string
  /** 8 characters, public, made with the first saved answer; opens nothing. */
  reference: string | null
  consent: { at: number; wording: string }
  answers: Answers
  begunAt: number
  savedAt: number | null
}

/** What a key is: a browser's cookie, a private link, or a return code. All are kept only as keyed hashes. */
export type KeyKind = 'visit' | 'link' | 'return-code'

/** What else is kept only as a keyed hash: who asked and from which browser, an address written to, a mailed code, an organiser's key, and what a tablet is known by. */
export type HashedKind = KeyKind | 'asker' | 'browser' | 'mailbox' | 'code' | 'organiser' | 'card' | 'shift' | 'sync'

/** A key as kept: its kind and the keyed hash of its words, base64url. */
export type KeyHash = { kind: KeyKind; hash: string }

/** A guard over what is saved at that moment: a save that it refuses changes nothing. */
export type Expect = (answers: Answers) => boolean | Promise<boolean>

/** What became of a save: `changed` where `expect` refused it, `gone` where the response is no more. */
export type Saved = 'saved' | 'changed' | 'gone'

/** Where responses live. Each call is one transaction, durable when its promise resolves. */
export interface ResponseStore {
  begin(response: Response, keys: KeyHash[]): Promise<void>
  /** The response that a key added at or after `addedSince` (ms, UTC) opens, or null; wrong, deleted and never made are alike. */
  open(key: KeyHash, addedSince?: number): Promise<Response | null>
  /** The response of an id, which the house itself knows; null where it is no more. */
  byId(id: string): Promise<Response | null>
  /** Ends one key; the response and its other keys stay. */
  dropKey(key: KeyHash): Promise<void>
  /** Adds keys to a response; adding one that it already has, or to a response that is no more, changes nothing. */
  addKeys(id: string, keys: KeyHash[], at: number): Promise<void>
  /**
   * Saves answers over the earlier ones (null makes one blank; others stay) and gives the reference if there is none yet.
   * `expect` is asked within the same transaction. Throws ReferenceTaken when the reference is another's.
   */
  save(
    id: string,
    answers: Record<string, string | string[] | null>,
    reference: string,
    at: number,
    expect?: Expect,
  ): Promise<Saved>
  /** Deletes a response with its answers, keys and post, for good; what still waits to be sent is withdrawn `at` this time. */
  forget(id: string, at: number): Promise<void>
  /**
   * Deletes, for good, every response whose last change (`savedAt`, else `begunAt`) is before `lastChange`, and whatever
   * else of people is older; answers how many responses.
   */
  forgetBefore(lastChange: number, at: number): Promise<number>
}

/** Thrown by `save` when the reference belongs to another response; make another and save again. */
export class ReferenceTaken extends Error {}

/** Thrown by any store that cannot write just now, as on a full disk: nothing was kept, and it may go through later. */
export class CannotKeep extends Error {}
