import { fingerprintOf } from '../../src/delivery/fingerprint.ts'
import type { Finished } from '../../src/stall/finished.ts'
import { sealTo } from '../../src/stall/sealing.ts'
import { mopac } from '../delivery/samples.ts'

/** The bundled pack's print: a tablet that took today's form along. */
export const PRINT = await fingerprintOf(mopac)

/** What a browser got when it scanned a card. */
export const SCAN = 'S'.repeat(22)

/** A finished response as a tablet makes it, with what a test says of it. */
export const finishedWith = (more: Partial<Finished> = {}): Finished => ({
  id: crypto.randomUUID(),
  ...{ pack: 'mopac-2017', fingerprint: PRINT, reference: 'K7MQ2FTD' },
  consent: { at: 1000, wording: 'I agree that my answers are kept.' },
  answers: { q1: 'no', 'q1-reasons': 'I walk past it at night.' },
  ...{ begunAt: 1000, savedAt: 2000, finishedAt: 3000, deviceAt: 3100 },
  ...{ assisted: false, complete: true, wants: 'keep', link: null, linkOnPaper: false, visit: null, yes: null },
  ...more,
})

/** Wishes to be sent by a volunteer's word. */
export const vouched: Partial<Finished> = { wants: 'vouch', yes: { at: 2900, wording: 'Yes, send it.' } }

/** The same as it travels: sealed to a server's public key. */
export const sealedFor = (key: JsonWebKey, finished: Finished, as = finished.id) =>
  sealTo(key, as, new TextEncoder().encode(JSON.stringify(finished)))
