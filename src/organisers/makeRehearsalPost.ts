import type { Consultation } from '../consultation/consultation.ts'
import type { Delivery } from '../delivery/delivery.ts'
import type { Contents, DeliveryStore } from '../delivery/deliveryStore.ts'
import type { LetterWords } from '../delivery/letterViews.ts'
import type { RehearsalPost } from './post.ts'

const SHOWN = 50

/** What a rehearsal's post is made of; `words` renders a letter as its message has it at a moment (ms, UTC). */
export type RehearsalPostParts = {
  store: Pick<DeliveryStore, 'newest' | 'contents'>
  consultation: Pick<Consultation, 'email'>
  words(contents: Contents, now: number): LetterWords
}

/** A rehearsal's newest letters as whoever gets them would read them; withdrawn ones have no words any more. */
export const makeRehearsalPost = ({ store, consultation, words }: RehearsalPostParts): RehearsalPost => {
  const show = (delivery: Delivery, contents: Contents, now: number) => {
    const { to, data } = contents.letter
    const { subject, text } = words(contents, now)
    const said = (name: string) => (data[name] ? String(data[name]) : null)
    return { delivery, to: to ?? consultation.email.address, subject, text, code: said('digits'), link: said('link') }
  }
  return {
    async newest(now) {
      const letters = []
      for (const delivery of await store.newest(SHOWN)) {
        const contents = await store.contents(delivery.id)
        if (contents) letters.push(show(delivery, contents, now))
      }
      return letters
    },
  }
}
