import { CannotBeMade } from './cannotBeMade.ts'
import type { Verdict } from './carrier.ts'
import type { Claim } from './deliveryStore.ts'
import { nextTryOf } from './retry.ts'
import { type TryParts, tryOnce } from './tryOnce.ts'

/** What working off a claim needs: `failed` is told of what nobody foresaw, and must keep persons out of its log. */
export type WorkParts = TryParts & { failed(error: unknown): void }

/** What came of it: when the letter is due again (ms, UTC), or null; and whether nobody took it, so that somebody is to hear. */
export type Worked = { dueAt: number | null; untaken: boolean }

// Making it may have failed for a passing reason; after so many times somebody has to look.
const MOST_FAILURES = 5

const REST_MS = 1000

// How long what a doubtful clock would give up waits, until somebody knows better.
const DOUBTFUL_MS = 5000

/** What is known must be written, or a letter would be sent again: tries until it is, or until the signal comes. */
const untilWritten = async (write: () => Promise<void>, parts: WorkParts, signal: AbortSignal): Promise<void> => {
  for (;;) {
    try {
      return await write()
    } catch (error) {
      parts.failed(error)
      if (signal.aborted) throw error
      await new Promise((resolve) => setTimeout(resolve, REST_MS))
    }
  }
}

/** Works off claims, one by one: whatever happens with one is its own affair, and never thrown. */
export const makeWorkOff = (parts: WorkParts) => {
  const { store, consultation, clock } = parts
  const failures = new Map<string, number>()

  // A clock that was set during a try says nothing about the closing: the next try is planned from when this one began.
  const nextTry = ({ delivery }: Claim, began: number, at: number): number | null => {
    const sure = parts.believed()
    const tries = delivery.attempts.length + (failures.get(delivery.id) ?? 0) + 1
    const next = nextTryOf(consultation, delivery, tries, sure ? at : Math.min(began, at))
    return next ?? (sure ? null : at + DOUBTFUL_MS)
  }

  const end = async (claim: Claim, verdict: Verdict, began: number, signal: AbortSignal): Promise<Worked> => {
    const at = clock()
    const goesOn = 'tryAgain' in verdict || 'unknown' in verdict
    const dueAt = goesOn ? nextTry(claim, began, at) : null
    await untilWritten(() => store.ended(claim, verdict, at, dueAt), parts, signal)
    return { dueAt, untaken: !('accepted' in verdict) }
  }

  const setAside = async (claim: Claim, words: string, signal: AbortSignal): Promise<Worked> => {
    await untilWritten(() => store.setAside(claim, words, clock()), parts, signal)
    return { dueAt: null, untaken: true }
  }

  const putOff = async (claim: Claim, error: unknown, began: number, signal: AbortSignal): Promise<Worked> => {
    const { id } = claim.delivery
    if (error instanceof CannotBeMade) return setAside(claim, error.message, signal)
    parts.failed(error)
    const times = (failures.get(id) ?? 0) + 1
    if (times >= MOST_FAILURES) return setAside(claim, 'making or sending it failed again and again', signal)
    const put = await end(claim, { tryAgain: 'the message could not be made ready' }, began, signal)
    failures.set(id, times)
    return put
  }

  return async (claim: Claim, signal: AbortSignal): Promise<Worked> => {
    const began = clock()
    try {
      const verdict = await tryOnce(parts, claim, signal).catch((error: unknown) => putOff(claim, error, began, signal))
      if (verdict === null) return { dueAt: null, untaken: false }
      if ('dueAt' in verdict) return verdict
      failures.delete(claim.delivery.id)
      return await end(claim, verdict, began, signal)
    } catch (error) {
      parts.failed(error)
      return { dueAt: null, untaken: true }
    } finally {
      const { submissionId } = claim.delivery
      if (submissionId) await tellOf(parts, submissionId)
    }
  }
}

const tellOf = async ({ store, changed, failed }: WorkParts, submissionId: string): Promise<void> => {
  try {
    changed((await store.submission(submissionId))?.responseId ?? null)
  } catch (error) {
    failed(error)
  }
}
