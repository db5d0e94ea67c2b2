/** A code that was sent to an address, to prove it is its person's. The digits are kept as a keyed hash. */
export type Proof = {
  responseId: string
  address: string
  askedAt: number
  wrongTries: number
  provedAt: number | null
}

/** Where proofs live: the newest of a response counts. Each call is one transaction. */
export interface ProofStore {
  /** Keeps a new code for a response, in place of an earlier one. `asker` and `addressHash` are keyed hashes, for counting. */
  ask(
    proof: { responseId: string; address: string; codeHash: string; asker: string; addressHash: string },
    at: number,
  ): Promise<void>
  proofOf(responseId: string): Promise<Proof | null>
  /** Tries a code in one transaction: single use, in time (`since`), at most `tries` wrong ones; a wrong one is counted. */
  enter(
    responseId: string,
    codeHash: string,
    rules: { since: number; tries: number },
    at: number,
  ): Promise<'right' | 'wrong' | 'over' | 'none'>
  /** How many codes were asked for since a moment: by an asker without a proof yet, by an asker with one, for an address. */
  askedSince(
    asker: string,
    addressHash: string,
    since: number,
  ): Promise<{ unproved: number; proved: number; forAddress: number }>
}
