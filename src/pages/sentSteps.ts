import { hasClosed, msToClosing } from '../consultation/closing.ts'
import type { Consultation } from '../consultation/consultation.ts'
import { dayOf, sayDay } from '../consultation/moments.ts'
import { GIVE_BACK_MS } from '../delivery/deadline.ts'
import type { CarrierKind, Delivery } from '../delivery/delivery.ts'
import type { Proof } from '../delivery/proof.ts'
import { sayClock } from '../delivery/sayMoment.ts'
import { sayState } from '../delivery/sayState.ts'
import type { Sent } from '../delivery/sending.ts'
import { type DeliveryState, isOpen, stateOf } from '../delivery/state.ts'
import type { StepView } from './sendViews.ts'
import { asSentence, noteOn, serverWordsOn } from './stepNotes.ts'

type Step = Omit<StepView, 'at' | 'day' | 'server'> & { at: number | null; server?: string | null }

const marks: Record<DeliveryState, StepView['mark']> = {
  waiting: 'now',
  trying: 'now',
  unknown: 'now',
  accepted: 'accepted',
  'handed-over': 'done',
  written: 'done',
  refused: 'failed',
  abandoned: 'failed',
  'set-aside': 'failed',
  withdrawn: 'done',
  bounced: 'failed',
}

const FAILED: Partial<Record<DeliveryState, string>> = {
  refused: 'Refused',
  abandoned: 'Not accepted, and given up',
  'set-aside': 'Set aside: no message could be made of it',
}

// Given up just before the closing, which is what the words beside the time speak of.
const givenUpAt = (consultation: Consultation, { abandonedAt }: Delivery, now: number): number | null =>
  abandonedAt !== null && hasClosed(consultation, now) ? Math.max(abandonedAt, consultation.closesAtMs) : abandonedAt

const endedAt = (consultation: Consultation, delivery: Delivery, now: number): number | null =>
  delivery.bouncedAt ??
  delivery.acceptedAt ??
  delivery.refusedAt ??
  delivery.withdrawnAt ??
  delivery.setAsideAt ??
  givenUpAt(consultation, delivery, now)

const hopedFor = ({ body }: Consultation, way: CarrierKind | null): Step | null => {
  const words = { mx: `Accepted by ${body.short}’s mail server`, relay: 'Handed to our mail carrier', folder: null }
  return way && words[way] ? { mark: 'next', words: words[way], at: null, note: null } : null
}

const stepsOf = (consultation: Consultation, sent: Sent, proof: Proof | null, way: CarrierKind | null, now: number) => {
  const { submission, response, earlier } = sent
  const { frozen, committedAt } = submission
  const isTheirs = proof !== null && proof.address === frozen?.address && (proof.provedAt ?? 0) <= committedAt
  const proved = isTheirs ? proof.provedAt : null
  const steps: (Step | null)[] = [
    proved !== null ? { mark: 'done', words: 'Confirmed your email address', at: proved, note: null } : null,
    frozen?.vouched ? { mark: 'done', words: 'A volunteer vouched for you', at: frozen.vouched.at, note: null } : null,
    { mark: 'done', words: 'Saved here', at: committedAt, note: null },
  ]
  const said = (delivery: Delivery) => asSentence(sayState(consultation, delivery, now))
  if (!response) return [...steps, { mark: 'failed', words: 'Late: kept here, not sent', at: null, note: null } as Step]
  const standing = (delivery: Delivery): Step => {
    const at = endedAt(consultation, delivery, now)
    // The time stands beside the words, with its day where that is another.
    const words =
      at === null ? said(delivery) : said(delivery).replace(` at ${sayClock(at, consultation.timeZone)}`, '')
    const note = noteOn(consultation, delivery, now)
    return { mark: marks[stateOf(delivery, now)], words, at, note, server: serverWordsOn(delivery, now) }
  }
  // What failed was told to its person, and stays: only what is to be done about it has passed.
  const failed = earlier.map((one): Step => ({ ...standing(one), words: FAILED[stateOf(one, now)] ?? said(one) }))
  return [...steps, ...failed, standing(response), isOpen(response) ? hopedFor(consultation, way) : null]
}

/** A version's way so far, step by step, the last one where it stands now; a day stands where it changes. */
export const sayWay = (
  consultation: Consultation,
  sent: Sent,
  proof: Proof | null,
  way: CarrierKind | null,
  now: number,
): StepView[] => {
  const { timeZone } = consultation
  let last: string | null = null
  return stepsOf(consultation, sent, proof, way, now)
    .filter((step) => step !== null)
    .map(({ at, server = null, ...step }) => {
      const day = at === null ? null : sayDay(dayOf(at, timeZone))
      const isNew = day !== null && day !== last
      last = day ?? last
      return { ...step, server, at: at === null ? null : sayClock(at, timeZone), day: isNew ? day : null }
    })
}

/** Whether a person should finish without us: now, to be safe in the last quarter of an hour, or not at all. */
export const remedyFor = (consultation: Consultation, { response }: Sent, now: number): 'now' | 'safe' | null => {
  if (!response) return 'now'
  const state = stateOf(response, now)
  if (marks[state] === 'failed' || (state === 'unknown' && !isOpen(response))) return 'now'
  if (!isOpen(response)) return null
  if (hasClosed(consultation, now)) return consultation.late === 'keep' ? 'now' : null
  return msToClosing(consultation, now) <= GIVE_BACK_MS ? 'safe' : null
}
