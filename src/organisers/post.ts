import type { Delivery } from '../delivery/delivery.ts'
import type { Entry, OwnWay, Waiting } from '../delivery/deliveryStore.ts'

/** What became of the wish to tell a person: a letter is in line now, one was before, or there is nobody to be told. */
export type Told = 'written' | 'already' | 'nobody'

/** All that organisers' pages, `/ready` and the command line know of the post. Never anyone's answers. */
export type Post = {
  entries(): Promise<Entry[]>
  /** What is still in line for people, kind by kind. */
  waiting(): Promise<Waiting[]>
  /** Late versions that are kept and not sent. */
  keptUnsent(): Promise<Entry['submission'][]>
  tally(): Promise<{ begun: number; saved: number; ownWays: Record<OwnWay, number> }>
  /** Puts a letter that got nowhere back in line; false when there is nothing to try again. */
  tryAgain(deliveryId: string, now: number): Promise<boolean>
  /** When letters were queued (ms, UTC), by what makes each one letter. */
  queuedAt(once: string[]): Promise<Map<string, number>>
  /** Queues the letter that tells a person what became of theirs, once for each outcome and occasion. */
  tellPerson(deliveryId: string, now: number): Promise<Told>
  /** When (ms, UTC) the outbox last went round, by any worker; null when never. */
  lastRoundAt(): Promise<number | null>
  /** What is wrong with the carrier, in a sentence, or null. */
  trouble(): Promise<string | null>
}

/** A rehearsal's post, where every letter can be read and nothing goes anywhere. */
export type RehearsalPost = {
  /** As they would be read at `now` (ms, UTC). */
  newest(
    now: number,
  ): Promise<
    { delivery: Delivery; to: string; subject: string; text: string; code: string | null; link: string | null }[]
  >
}
