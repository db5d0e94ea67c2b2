import type { Consultation } from '../../src/consultation/consultation.ts'
import { readPack } from '../../src/consultation/readPack.ts'
import type { Attempt, Delivery } from '../../src/delivery/delivery.ts'
import type { Entry } from '../../src/delivery/deliveryStore.ts'
import type { Submission } from '../../src/delivery/submission.ts'

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE

/** The bundled pack: it closes at 16:30:00.000Z on 6 October 2017 and keeps late ones. */
export const mopac: Consultation = await readPack('assets/consultations/mopac-2017')
export const closing = Date.parse('2017-10-06T16:30:00.000Z')

/** The same, of a body that takes late ones. */
export const takesLate: Consultation = { ...mopac, late: 'send' }

/** A version kept at a moment, with everything in it. */
export const submissionAt = (committedAt: number, more: Partial<Submission> = {}): Submission => ({
  id: 's1',
  version: 1,
  reference: 'K7MQ2FTD',
  responseId: 'r1',
  onDeviceAt: committedAt - 2 * SECOND,
  firstByteAt: committedAt - SECOND,
  committedAt,
  fingerprint: 'print',
  frozen: {
    answers: { q1: 'no', name: 'Ann Onymous' },
    name: 'Ann Onymous',
    address: 'ann@people.example',
    consent: { at: committedAt - MINUTE, wording: 'I agree.' },
    vouched: null,
  },
  ...more,
})

/** A delivery that was queued at a moment and has not been tried. */
export const deliveryAt = (queuedAt: number, more: Partial<Delivery> = {}): Delivery => ({
  id: 'd1',
  submissionId: 's1',
  letter: 'response',
  messageId: '<K7MQ2FTD.1@campaign.example>',
  queuedAt,
  dueAt: queuedAt,
  attempts: [],
  frozenAt: null,
  hash: null,
  acceptedAt: null,
  accepted: null,
  refusedAt: null,
  refusedWords: null,
  abandonedAt: null,
  setAsideAt: null,
  setAsideWords: null,
  withdrawnAt: null,
  bouncedAt: null,
  bouncedWords: null,
  ...more,
})

/** A try that a greylist answered a second later. */
export const attemptAt = (at: number, more: Partial<Attempt> = {}): Attempt => ({
  ...{ number: 1, connectingAt: at, bodyBegunAt: null, bodyEndedAt: null },
  ...{ answeredAt: at + SECOND, endedAt: at + SECOND, words: '451 4.7.1 Greylisted' },
  ...more,
})
/** A letter to the body that was tried once, in vain, as the ledger has it. */
export const entryAt = (
  queuedAt: number,
  delivery: Partial<Delivery> = {},
  submission: Partial<Submission> = {},
): Entry => ({
  delivery: deliveryAt(queuedAt, { attempts: [attemptAt(queuedAt)], ...delivery }),
  submission: submissionAt(queuedAt, submission),
})
/** What a delivery has once the body's server said yes. */
export const accepted = (at: number) => ({
  acceptedAt: at,
  accepted: { by: 'mx' as const, host: 'mx.body.example', words: '250 ok' },
})
