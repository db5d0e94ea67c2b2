import { ledgerStateOf } from '../organisers/ledgerState.ts'
import { sayWhen, stateWords } from '../organisers/ledgerWords.ts'
import type { Controller } from './site.ts'

/** In a rehearsal every letter, the newest first, with its code or link; in the product for real there is no such page. */
export const showRehearsalPost: Controller = async ({ rehearsalPost, consultation }, { now }) => {
  if (!rehearsalPost) return { page: 'not-found', status: 404, view: {} }
  const { timeZone, body } = consultation
  const letters = (await rehearsalPost.newest(now)).map(({ delivery, ...letter }) => ({
    ...letter,
    at: sayWhen(delivery.queuedAt, now, timeZone),
    state: stateWords(ledgerStateOf(delivery, now), body.short),
  }))
  return { page: 'rehearsal-post', view: { letters } }
}
