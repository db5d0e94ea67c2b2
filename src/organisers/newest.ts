import type { Entry } from '../delivery/deliveryStore.ts'
import { countsOver } from '../delivery/standing.ts'
import { isTaken } from '../delivery/state.ts'

/** Whose version it is; once the response was deleted, its own. */
export const ownerOf = ({ submission }: Entry): string => submission.responseId ?? submission.id

/** The letter that counts for each version: the one that was taken, else the one that was queued last. */
export const newestOfEach = (entries: Entry[]): Entry[] => {
  const newest = new Map<string, Entry>()
  for (const entry of entries) {
    const before = newest.get(entry.submission.id)
    if (!before || countsOver(entry.delivery, before.delivery)) newest.set(entry.submission.id, entry)
  }
  return [...newest.values()]
}

/** The last version of each owner, of the letters that count for each version: as many as there are owners. */
export const lastOfEach = (newest: Entry[]): Entry[] => {
  const last = new Map<string, Entry>()
  for (const entry of newest) {
    const before = last.get(ownerOf(entry))
    if (!before || entry.submission.version > before.submission.version) last.set(ownerOf(entry), entry)
  }
  return [...last.values()]
}

/** Versions that no longer matter, because a later one of the same response was taken. */
export const replacedIn = (entries: Entry[]): Set<string> => {
  const taken = new Map<string, number>()
  for (const entry of entries) {
    const { version } = entry.submission
    if (isTaken(entry.delivery)) taken.set(ownerOf(entry), Math.max(version, taken.get(ownerOf(entry)) ?? 0))
  }
  const isReplaced = (entry: Entry) => entry.submission.version < (taken.get(ownerOf(entry)) ?? 0)
  return new Set(entries.filter(isReplaced).map(({ submission }) => submission.id))
}
