import { hasClosed } from '../consultation/closing.ts'
import type { Consultation } from '../consultation/consultation.ts'
import type { Delivery } from './delivery.ts'
import { sayClock } from './sayMoment.ts'
import { isOpen, stateOf } from './state.ts'

type Said = Pick<Consultation, 'closesAtMs' | 'timeZone'> & { body: Pick<Consultation['body'], 'short'> }

const acceptedBy = (said: Said, { letter, acceptedAt, accepted }: Delivery): string => {
  const whose = letter === 'response' ? `${said.body.short}’s mail server (${accepted?.host})` : `${accepted?.host}`
  const at = acceptedAt ?? 0
  const after = letter === 'response' && hasClosed(said, at) ? ', after the closing' : ''
  return `accepted by ${whose} at ${sayClock(at, said.timeZone)}${after}`
}

/** The fixed words for where a letter is at `now`: never more than its times say, and never "delivered". */
export const sayState = (said: Said, delivery: Delivery, now: number): string => {
  const notDelivered = `not delivered: ${hasClosed(said, now) ? 'the closing has passed' : 'do this now'}`
  switch (stateOf(delivery, now)) {
    case 'waiting':
      return 'waiting to be sent'
    case 'trying':
      return 'waiting to be sent: we are trying now'
    case 'unknown':
      return `may have arrived: ${isOpen(delivery) ? 'we are asking again with the same message' : 'no answer came'}`
    case 'accepted':
      return acceptedBy(said, delivery)
    case 'handed-over':
      return `handed to our mail carrier at ${sayClock(delivery.acceptedAt ?? 0, said.timeZone)}`
    case 'written':
      return 'written to a folder, sent to nobody'
    case 'refused':
    case 'abandoned':
    case 'set-aside':
      return notDelivered
    case 'bounced':
      return 'sent back to us'
    case 'withdrawn':
      return 'withdrawn'
  }
}
