import type { Clock } from './clock.ts'
import type { Consultation } from './consultation/consultation.ts'
import { fingerprintOf } from './delivery/fingerprint.ts'
import type { Site } from './pages/site.ts'
import type { CountStore } from './responses/countStore.ts'
import type { Keys } from './responses/keys.ts'
import { makeStalls } from './stall/makeStalls.ts'
import type { StallStore } from './stall/stall.ts'
import { stallKeysOf } from './stallKeys.ts'

/** What stalls are joined from. */
export type StallPost = {
  store: StallStore
  keys: Keys
  serverKey: Uint8Array
  consultation: Consultation
  clock: Clock
  counts: CountStore
  sending: Pick<Site['sending'], 'way' | 'press'>
  form: Pick<Site['form'], 'missing'>
}

/** Joins stalls: their keys follow from the server's, and what is vouched for goes the way of everything that is sent. */
export const composeStalls = async ({
  store,
  keys,
  serverKey,
  consultation,
  clock,
  counts,
  sending,
  form,
}: StallPost): Promise<Site['stalls']> => {
  const { seal, receipts } = stallKeysOf(serverKey)
  return makeStalls({
    ...{ store, keys, consultation, clock, counts, timeZone: consultation.timeZone },
    fingerprint: await fingerprintOf(consultation),
    open: { seal: seal.open, receipts: receipts.open },
    secrets: { seal: seal.secret, receipts: receipts.secret },
    ...{ mail: sending.way !== null, press: sending.press, missing: form.missing },
  })
}
