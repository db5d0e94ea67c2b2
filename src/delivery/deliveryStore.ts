import type { Verdict } from './carrier.ts'
import type { Delivery, LetterKind } from './delivery.ts'
import type { QueuedLetter } from './letter.ts'
import type { Frozen, Submission } from './submission.ts'

/** What a press of Send brings. `press` is its idempotency key; `seen` the answers that the page stood for. */
export type Press = {
  responseId: string
  press: string
  /** True for the answers that the person saw when they pressed. */
  seen(answers: Frozen['answers']): Promise<boolean>
  frozen: Omit<Frozen, 'answers' | 'name'>
  nameOf(answers: Frozen['answers']): string | null
  onDeviceAt: number | null
  firstByteAt: number
  fingerprint: string
}

/**
 * `kept` now; `again`: this very press, or these very answers, were kept before; `changed`: they are others by now; `wait`:
 * too many versions were kept within the hour, more are taken after these minutes.
 */
export type Pressed =
  | { kept: Submission }
  | { again: Submission }
  | { changed: { sent: Submission | null; answers: Frozen['answers'] } }
  | { wait: number }
  | { gone: true }

/** A delivery that one worker holds; the fence grows with each claim, and a write with an old one changes nothing. */
export type Claim = { worker: string; fence: number; delivery: Delivery }

/** All of a claimed letter: where it goes, what its template needs, and the message if it was frozen before. */
export type Contents = {
  letter: QueuedLetter
  submission: Submission | null
  /** The newest version before this one that may have gone out, where there is one. */
  replaced: Submission | null
  message: Uint8Array | null
}

/** A way that a person says they used themselves. */
export type OwnWay = 'own-mailbox' | 'post' | 'hand'

/** One letter to the body in the organiser's ledger: times only, never an answer, a name or an address. */
export type Entry = { delivery: Delivery; submission: Omit<Submission, 'frozen'> }

/** Letters of one kind that are still in line, and when the oldest was queued (ms, UTC). */
export type Waiting = { letter: LetterKind; count: number; oldestAt: number }

/** Where submissions and deliveries live. Each call is one transaction, durable when its promise resolves. Times are ms, UTC. */
export interface DeliveryStore {
  /**
   * Keeps a version and queues what `plan` makes of it, in one transaction; `now` is read within it, as `committedAt`. Where
   * it goes to the body, earlier versions that have not begun to go out are withdrawn.
   */
  press(press: Press, plan: (kept: Submission) => QueuedLetter[], now: () => number): Promise<Pressed>
  /** Queues letters; one whose `once` is known already changes nothing. Answers the ids of those that are new. */
  queue(letters: QueuedLetter[], at: number): Promise<string[]>
  /** Whether a response has a version, or its person said that they went another way; opens nothing. */
  hasSent(responseId: string): Promise<boolean>
  /** When letters were queued, by their `once`; nothing of those that never were. */
  queuedAt(once: string[]): Promise<Map<string, number>>
  /** A response's versions, the newest first, each with all its deliveries. */
  sent(responseId: string): Promise<{ submission: Submission; deliveries: Delivery[] }[]>
  /** All times of a response's letters in one word, another one whenever something happened to them. Opens nothing that is sealed. */
  timesOf(responseId: string): Promise<string>
  submission(id: string): Promise<Submission | null>
  delivery(id: string): Promise<Delivery | null>
  /** The delivery of a letter that is written once, by its `once`. */
  deliveryByOnce(once: string): Promise<Delivery | null>
  /** What a letter says and to whom; null when it was withdrawn or forgotten. For a rehearsal's post and for claims. */
  contents(deliveryId: string): Promise<Contents | null>
  /** The newest deliveries of every kind, for a rehearsal's post. */
  newest(limit: number): Promise<Delivery[]>

  /**
   * Drops the `dead` workers, and claims what is due and held by none that lives, the oldest first; at most `limit`, of the
   * body's letters or of all others, so that neither waits behind the other. Due is also what a clock that ran ahead put
   * off for longer than LONGEST_WAIT_MS of retry.ts from `now`.
   */
  claim(worker: string, dead: string[], now: number, limit: number, whose: 'body' | 'people'): Promise<Claim[]>
  /** Keeps a message's bytes for good before its first try. False when the claim is lost. */
  freeze(claim: Claim, message: Uint8Array, hash: string, at: number): Promise<boolean>
  /** Writes the phases of a try. Each answers false when the claim is lost or the letter was withdrawn meanwhile. */
  connecting(claim: Claim, at: number): Promise<boolean>
  bodyBegun(claim: Claim, at: number): Promise<boolean>
  bodyEnded(claim: Claim, at: number): Promise<boolean>
  /** Ends a try and lets the claim go. An acceptance is written even when the claim was lost: it is the truth. */
  ended(claim: Claim, verdict: Verdict, at: number, dueAt: number | null): Promise<void>
  /** Takes a letter out of the line because no message can be made of it. */
  setAside(claim: Claim, words: string, at: number): Promise<void>
  /** Gives up what the carrier has not accepted; false when it has been accepted, withdrawn or given up meanwhile. */
  abandon(deliveryId: string, at: number): Promise<boolean>
  /** Puts a refused, abandoned, bounced or set-aside letter back in line, as a new delivery with the same frozen bytes. */
  tryAgain(deliveryId: string, at: number): Promise<string | null>
  /** What an undelivered letter came back with; false when it is no letter of ours, or bounced before. */
  bounced(deliveryId: string, words: string, at: number): Promise<boolean>

  /** A worker's sign of life, and all of them: one whose beats stand still is dead, whatever the clocks say. */
  beat(worker: string, at: number): Promise<void>
  workers(): Promise<{ worker: string; beats: number; beatAt: number }[]>
  /** Ends a worker that stopped in good order: what it holds is free at once. */
  leave(worker: string): Promise<void>

  /** Every letter to the body, for the ledger and for what the closing brings. */
  entries(): Promise<Entry[]>
  /** What is still in line for people, kind by kind. */
  waiting(): Promise<Waiting[]>
  /** Every version that has no letter to the body: late ones, where the pack keeps those and sends none. */
  keptUnsent(): Promise<Entry['submission'][]>
  /** What people say they did themselves; null takes it back. */
  sayOwnWay(responseId: string, way: OwnWay | null, at: number): Promise<void>
  ownWayOf(responseId: string): Promise<{ way: OwnWay; at: number } | null>
  /** How many responses were begun, how many have a saved answer, and how many were handed in by each own way. */
  tally(): Promise<{ begun: number; saved: number; ownWays: Record<OwnWay, number> }>
  /** Message-IDs of letters whose words are gone for good, until it is said that carriers have dropped their copies. */
  forgotten(): Promise<string[]>
  dropped(messageIds: string[]): Promise<void>
}
