import type { Consultation } from '../consultation/consultation.ts'
import { dataAbout } from './deadline.ts'
import type { LetterKind } from './delivery.ts'
import type { Contents, DeliveryStore } from './deliveryStore.ts'
import { sayState } from './sayState.ts'
import { newestOf, standingOf } from './standing.ts'
import { isOpen, isTaken } from './state.ts'

type Read = Pick<DeliveryStore, 'sent' | 'entries'>

const ABOUT_ITS_STATE: LetterKind[] = ['copy', 'not-accepted', 'refused', 'bounced', 'gone-after-all']

const withData = (contents: Contents, data: Contents['letter']['data']): Contents => ({
  ...contents,
  letter: { ...contents.letter, data: { ...contents.letter.data, ...data } },
})

const alarmAsItStands = async (store: Read, contents: Contents, now: number): Promise<Contents | null> => {
  const data = standingOf(await store.entries(), now)
  return data.waiting + data.unknown + data.notDelivered > 0 ? withData(contents, data) : null
}

/**
 * A letter as it is true at `now` (ms, UTC), however long it has waited: null where it has nothing true left to say, as
 * that nobody accepted what somebody has accepted by now, or a copy of what its person is told has got nowhere.
 */
export const asItStands = async (
  store: Read,
  consultation: Consultation,
  contents: Contents,
  now: number,
): Promise<Contents | null> => {
  const { letter: queued, submission } = contents
  if (queued.letter === 'alarm') return alarmAsItStands(store, contents, now)
  if (!submission?.responseId || !ABOUT_ITS_STATE.includes(queued.letter)) return contents
  const versions = await store.sent(submission.responseId)
  const version = versions.find((one) => one.submission.id === submission.id)
  const delivery = newestOf(version?.deliveries ?? [], 'response')
  if (!delivery) return contents
  const taken = isTaken(delivery)
  const state = taken ? sayState(consultation, delivery, now) : null
  if (queued.letter === 'gone-after-all') return taken ? withData(contents, { state }) : null
  if (queued.letter === 'copy') {
    return taken || isOpen(delivery) ? withData(contents, { state }) : null
  }
  if (taken) return null
  return queued.letter === 'not-accepted' ? withData(contents, dataAbout({ delivery, submission }, now)) : contents
}
