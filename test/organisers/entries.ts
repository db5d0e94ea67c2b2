import type { Attempt, Delivery } from '../../src/delivery/delivery.ts'
import type { Entry } from '../../src/delivery/deliveryStore.ts'

/** Ten in the morning of 25 September 2017 in London (ms, UTC). */
export const NOW = Date.UTC(2017, 8, 25, 9)
export const MINUTE = 60_000

/** A try that ended with these words, `minutes` before `NOW`. */
export const attempt = (minutes: number, words: string | null = null, more: Partial<Attempt> = {}): Attempt => {
  const at = NOW - minutes * MINUTE
  const times = { connectingAt: at, bodyBegunAt: null, bodyEndedAt: null, answeredAt: at + 900, endedAt: at + 1000 }
  return { number: 1, ...times, words, ...more }
}

/** What a mail server of the body's own domain said yes with, `minutes` before `NOW`. */
export const accepted = (minutes: number, by: 'mx' | 'relay' | 'folder' = 'mx'): Partial<Delivery> => ({
  acceptedAt: NOW - minutes * MINUTE,
  accepted: { by, host: 'mx.body.example', words: '250 2.0.0 Ok: queued as 4C1' },
})

let made = 0

/** One letter to the body, kept `minutes` before `NOW`; waiting unless `delivery` says otherwise. */
export const entry = (
  minutes: number,
  delivery: Partial<Delivery> = {},
  submission: Partial<Entry['submission']> = {},
): Entry => {
  made += 1
  const at = NOW - minutes * MINUTE
  const kept = { onDeviceAt: null, firstByteAt: at - 40, committedAt: at, fingerprint: 'f' }
  const never = { refusedAt: null, refusedWords: null, abandonedAt: null, setAsideAt: null, setAsideWords: null }
  return {
    submission: { id: `s${made}`, version: 1, reference: `REF${made}`, responseId: `r${made}`, ...kept, ...submission },
    delivery: {
      ...{ id: `d${made}`, submissionId: submission.id ?? `s${made}`, letter: 'response', messageId: `<${made}@x>` },
      ...{ queuedAt: at, dueAt: NOW + MINUTE, attempts: [], frozenAt: null, hash: null },
      ...{ ...never, acceptedAt: null, accepted: null, withdrawnAt: null, bouncedAt: null, bouncedWords: null },
      ...delivery,
    },
  }
}
