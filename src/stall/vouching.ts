import type { Consultation } from '../consultation/consultation.ts'
import type { Pressed } from '../delivery/deliveryStore.ts'
import type { Sending } from '../delivery/sending.ts'
import { isLate } from '../delivery/submission.ts'
import type { Answers } from '../questionnaire/answers.ts'
import type { StallStore, Vouch, VouchEnd } from './stall.ts'

/** What sending by a volunteer's word is made of. */
export type Vouching = {
  store: Pick<StallStore, 'provenanceOf' | 'vouches' | 'endVouch'>
  press: Sending['press']
  consultation: Consultation
  /** True where letters can be sent. */
  mail: boolean
}

const saysTheSame = (one: Answers, other: Answers): boolean => {
  const sorted = (answers: Answers) => JSON.stringify(Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1)))
  return sorted(one) === sorted(other)
}

/** Which card of which stall, as letters and pages say it. */
export const sayCard = (from: { stallName: string; shiftNumber: number } | null): string =>
  from ? `${from.stallName}, card ${from.shiftNumber}` : 'a stall'

/** What is kept after the closing goes nowhere where the pack does not take late ones: its person may still be handed it. */
const endOf = (consultation: Consultation, pressed: Pressed): VouchEnd => {
  if ('wait' in pressed) return 'waits'
  if ('changed' in pressed) return pressed.changed.sent === null ? 'waits' : 'neither'
  if ('gone' in pressed) return 'neither'
  const kept = 'kept' in pressed ? pressed.kept : pressed.again
  return isLate(consultation, kept) && consultation.late !== 'send' ? 'waits' : 'sent'
}

/**
 * Sends what is marked to be sent by a volunteer's word, once however often it is asked for: the response's id is the key of
 * the press, and the mark goes after it. What its person changed before that, at home, is not sent in their name.
 */
export const makeVouch = ({ store, press, consultation, mail }: Vouching) => {
  const send = async ({ responseId, word }: Vouch): Promise<VouchEnd> => {
    if (!mail) return 'waits'
    const { answers, assisted, deviceAt, firstByteAt, yes } = word
    const by = sayCard(await store.provenanceOf(responseId))
    const pressed = await press({
      ...{ responseId, press: responseId, key: responseId, onDeviceAt: deviceAt, firstByteAt },
      seen: async (kept) => saysTheSame(kept, answers),
      frozen: { address: null, consent: yes, vouched: { by, at: yes.at }, ...(assisted ? { assisted: by } : {}) },
    })
    return endOf(consultation, pressed)
  }
  const end = async (vouch: Vouch, now: number) => store.endVouch(vouch.responseId, await send(vouch), now)
  return {
    /** Sends one that was just kept. */
    async one(responseId: string, now: number): Promise<void> {
      for (const vouch of await store.vouches(responseId)) await end(vouch, now)
    },
    /** Sends all that are still marked; one that cannot be holds up no other. Throws the first of what went wrong. */
    async all(now: number): Promise<void> {
      const wrong: unknown[] = []
      for (const vouch of await store.vouches()) await end(vouch, now).catch((error: unknown) => wrong.push(error))
      if (wrong.length > 0) throw wrong[0]
    },
  }
}
