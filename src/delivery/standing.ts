import type { Delivery, LetterKind } from './delivery.ts'
import type { Entry } from './deliveryStore.ts'
import { type DeliveryState, isOpen, isTaken, stateOf } from './state.ts'

/** The letter of a kind that was taken, else the one that was queued last: an answer may come after it was given up. */
export const newestOf = (deliveries: Delivery[], kind: LetterKind): Delivery | null => {
  const own = deliveries.filter(({ letter }) => letter === kind)
  return own.findLast(isTaken) ?? own.at(-1) ?? null
}

/** Whether one letter counts for more than another of the same version: it was taken, or was queued later. */
export const countsOver = (one: Delivery, other: Delivery): boolean =>
  isTaken(one) === isTaken(other) ? one.queuedAt >= other.queuedAt : isTaken(one)

const isNewer = (one: Entry, other: Entry): boolean => {
  const versions = one.submission.version - other.submission.version
  return versions === 0 ? countsOver(one.delivery, other.delivery) : versions > 0
}

/** Of each response that is still kept, the newest version and the delivery of it that its person waits for. */
export const currentOf = (entries: Entry[]): Entry[] => {
  const newest = new Map<string, Entry>()
  for (const entry of entries) {
    const { responseId } = entry.submission
    const known = responseId === null ? undefined : newest.get(responseId)
    if (responseId !== null && (!known || isNewer(entry, known))) newest.set(responseId, entry)
  }
  return [...newest.values()]
}

/** Of the letters that people wait for, the one that has been open longest, or null. */
export const oldestOpen = (entries: Entry[]): Entry | null =>
  currentOf(entries)
    .filter(({ delivery }) => isOpen(delivery))
    .toSorted((one, other) => one.delivery.queuedAt - other.delivery.queuedAt)[0] ?? null

const isOneOf = (states: DeliveryState[], now: number) => (entry: Entry) =>
  states.includes(stateOf(entry.delivery, now))

/** Numbers of responses by the state of their letter to the body, and how long the oldest open one has waited, in minutes. */
export const standingOf = (entries: Entry[], now: number) => {
  const all = currentOf(entries)
  const oldest = oldestOpen(all)
  return {
    waiting: all.filter(isOneOf(['waiting', 'trying'], now)).length,
    unknown: all.filter(isOneOf(['unknown'], now)).length,
    notDelivered: all.filter(isOneOf(['refused', 'abandoned', 'set-aside', 'bounced'], now)).length,
    accepted: all.filter(isOneOf(['accepted', 'handed-over', 'written'], now)).length,
    oldestMinutes: oldest && Math.floor((now - oldest.delivery.queuedAt) / 60_000),
  }
}
