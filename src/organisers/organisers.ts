/** Those who run the campaign, known by an address in the settings; they sign in by a link in a letter, without passwords. */
export type Organisers = {
  /** Sends a link to an organiser's address; to any other nothing, and the answer is alike. `asker` is counted. */
  askLink(address: string, asker: string, now: number): Promise<'asked' | { wait: number }>
  /** A key for a browser for a token from a letter: once, within 15 minutes; else null. */
  signIn(token: string, now: number): Promise<{ key: string } | null>
  /** Whether a browser's key is an organiser's, for 12 hours from signing in. */
  isSignedIn(key: string, now: number): Promise<boolean>
  signOut(key: string): Promise<void>
}

/** Where sign-in tokens and organisers' keys live, as keyed hashes. Each call is one transaction. */
export interface OrganiserStore {
  addToken(hash: string, at: number): Promise<void>
  /** Uses a token up; true once, for one added since. */
  useToken(hash: string, since: number): Promise<boolean>
  addKey(hash: string, at: number): Promise<void>
  hasKey(hash: string, since: number): Promise<boolean>
  dropKey(hash: string): Promise<void>
  /** Deletes what is older. */
  forgetBefore(at: number): Promise<void>
}
