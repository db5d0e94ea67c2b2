/** A code that one browser asked for, sent to an address to prove it is its person's. The digits are kept as a keyed hash. */
export type Proof = {
  responseId: string
  address: string
  askedAt: number
  wrongTries: number
  provedAt: number | null
}

/** A response as one browser has it open; `browser` is a keyed hash of that browser's key. */
export type Opened = { responseId: string; browser: string }

/** Where proofs live: the newest of a response and browser counts, and none counts for another browser. Each call is one transaction. */
export interface ProofStore {
  /** Keeps a new code, in place of an earlier one of the same browser. `asker` and `addressHash` are keyed hashes, for counting. */
  ask(
    proof: Opened & { address: string; codeHash: string; asker: string; addressHash: string },
    at: number,
  ): Promise<void>
  proofOf(opened: Opened): Promise<Proof | null>
  /** Forgets who asked for a code more than a day before `now` and deleted their response since. Every hour. */
  forgetAskers(now: number): Promise<void>
  /** Tries a code in one transaction: single use, in time (`since`), at most `tries` wrong ones; a wrong one is counted. */
  enter(
    opened: Opened,
    codeHash: string,
    rules: { since: number; tries: number },
    at: number,
  ): Promise<'right' | 'wrong' | 'over' | 'none'>
  /** How many codes were asked for since a moment: by an asker and not typed back, or typed back; for an address, by all and by this asker. */
  askedSince(
    asker: string,
    addressHash: string,
    since: number,
  ): Promise<{ unproved: number; proved: number; forAddress: number; forBoth: number }>
}
