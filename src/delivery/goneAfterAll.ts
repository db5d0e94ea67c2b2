import type { LetterKind } from './delivery.ts'
import type { DeliveryStore, Entry } from './deliveryStore.ts'
import { currentOf } from './standing.ts'
import { isTaken, stateOf } from './state.ts'

/** How far back (ms) it is looked for who was told in vain: what was taken before was looked at then. */
const LOOKED_BACK_MS = 24 * 60 * 60_000

// Nobody was told yet of what was taken at its first try, and so soon (ms).
const PROMPT_MS = 60_000

const TELLING: LetterKind[] = ['not-accepted', 'refused', 'bounced']

type Read = Pick<DeliveryStore, 'sent'>

/** Whether a version's person was told that nobody took it; null while such a letter is under way. */
const wasTold = async (store: Read, { submission }: Entry, now: number): Promise<boolean | null> => {
  const versions = submission.responseId === null ? [] : await store.sent(submission.responseId)
  const deliveries = versions.find((one) => one.submission.id === submission.id)?.deliveries ?? []
  const states = deliveries.filter(({ letter }) => TELLING.includes(letter)).map((each) => stateOf(each, now))
  if (states.some((state) => ['accepted', 'handed-over', 'written', 'unknown'].includes(state))) return true
  return states.includes('trying') ? null : false
}

/** Finds whose response was taken at last, once its person had been told that it was not at `now` (ms, UTC). */
export const makeGoneAfterAll = (store: Read) => {
  const looked = new Set<string>()
  return async (entries: Entry[], now: number): Promise<Entry[]> => {
    const journeys = Map.groupBy(entries, ({ submission }) => submission.id)
    const found: Entry[] = []
    for (const entry of currentOf(entries)) {
      const { delivery, submission } = entry
      const { acceptedAt, attempts, queuedAt } = delivery
      const at = acceptedAt ?? now
      const smooth = attempts.length < 2 && journeys.get(submission.id)?.length === 1 && at - queuedAt < PROMPT_MS
      const isOld = now - at > LOOKED_BACK_MS
      if (smooth || isOld || !isTaken(delivery) || looked.has(delivery.id)) continue
      const told = await wasTold(store, entry, now)
      if (told) found.push(entry)
      if (told === false) looked.add(delivery.id)
    }
    return found
  }
}
