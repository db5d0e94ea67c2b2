import type { Consultation } from '../consultation/consultation.ts'
import { type Alarm, type AtStalls, alarmMinutes, dueAt, type Telling, tabletAlarms } from './deadline.ts'
import type { DeliveryStore, Entry } from './deliveryStore.ts'
import { makeGoneAfterAll } from './goneAfterAll.ts'
import type { QueuedLetter } from './letter.ts'

type Sweeping = {
  store: Pick<DeliveryStore, 'entries' | 'abandon' | 'queue' | 'submission' | 'sent'>
  consultation: Consultation
  /** Organisers' addresses. */
  organisers: string[]
  /** What waits at stalls and needs a hand. */
  atStalls?: () => Promise<AtStalls>
}

/** The letter to a version's person, with the address that the version alone has; null where there is none. */
export const letterTo = async (
  { submission }: Pick<DeliveryStore, 'submission'>,
  { submissionId, letter, once, data }: Telling,
): Promise<QueuedLetter | null> => {
  const to = (await submission(submissionId))?.frozen?.address
  return to ? { letter, to, submissionId, data, once } : null
}

const alarmsTo = (organisers: string[], { letter, once, data }: Alarm): QueuedLetter[] =>
  organisers.map((to) => ({ letter, to, submissionId: null, data, once: `${once} ${to}` }))

const NOTHING: AtStalls = { tablets: [], misfits: 0 }

/** Does what the closing, and what became of letters, bring; answers whose letters it gave up. Doing it twice changes nothing. */
export const makeSweep = ({ store, consultation, organisers, atStalls = async () => NOTHING }: Sweeping) => {
  const queued = new Set<string>()
  const goneAfterAll = makeGoneAfterAll(store)

  const queueOnce = async (once: string, letters: () => Promise<QueuedLetter[]>, now: number) => {
    if (queued.has(once)) return
    await store.queue(await letters(), now)
    queued.add(once)
  }

  return async (now: number): Promise<Entry[]> => {
    const entries = await store.entries()
    const { abandon, tell, alarms } = dueAt(entries, consultation, now)
    for (const id of abandon) await store.abandon(id, now)
    const gone = (await goneAfterAll(entries, now)).map(({ delivery, submission }): Telling => {
      return { submissionId: submission.id, letter: 'gone-after-all', once: `gone-after-all ${delivery.id}`, data: {} }
    })
    for (const telling of [...tell, ...gone]) {
      await queueOnce(telling.once, async () => [await letterTo(store, telling)].filter((one) => one !== null), now)
    }
    const waits = alarmMinutes(consultation, now) === undefined ? NOTHING : await atStalls()
    for (const alarm of [...alarms, ...tabletAlarms(waits, consultation, now)])
      await queueOnce(alarm.once, async () => alarmsTo(organisers, alarm), now)
    return entries.filter(({ delivery }) => abandon.includes(delivery.id))
  }
}
