import type { Sending } from '../delivery/sending.ts'
import type { Answers } from '../questionnaire/answers.ts'
import type { Finished } from './finished.ts'
import type { StallStore } from './stall.ts'

type Vouching = { store: Pick<StallStore, 'provenanceOf' | 'wait' | 'count'>; press: Sending['press'] }

const saysTheSame = (one: Answers, other: Answers): boolean => {
  const sorted = (answers: Answers) => JSON.stringify(Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1)))
  return sorted(one) === sorted(other)
}

/** Which card of which stall, as letters and pages say it. */
export const sayCard = (from: { stallName: string; shiftNumber: number } | null): string =>
  from ? `${from.stallName}, card ${from.shiftNumber}` : 'a stall'

/**
 * Sends a response by a volunteer's word, once however often it is asked for; its id is the key of the press. What its
 * person changed before that, at home, is not sent in their name: it waits for print.
 */
export const makeVouch =
  ({ store, press }: Vouching) =>
  async (brought: Finished, shiftId: string | null, firstByteAt: number, now: number): Promise<void> => {
    const { id, yes, deviceAt, assisted, answers } = brought
    if (!yes) return
    const from = await store.provenanceOf(id)
    const by = sayCard(from)
    const pressed = await press({
      ...{ responseId: id, press: id, key: id, onDeviceAt: deviceAt, firstByteAt },
      seen: async (kept) => saysTheSame(kept, answers),
      frozen: { address: null, consent: yes, vouched: { by, at: yes.at }, ...(assisted ? { assisted: by } : {}) },
    })
    const notSent = 'wait' in pressed || ('changed' in pressed && pressed.changed.sent === null)
    if ('kept' in pressed && from) await store.count(from.stallId, 'sent', now)
    if (notSent && shiftId) await store.wait(shiftId, { responseId: id, addedAt: now, link: null })
  }
