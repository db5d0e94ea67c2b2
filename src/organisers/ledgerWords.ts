import { dayOf, sayDay } from '../consultation/moments.ts'
import { sayClock } from '../delivery/sayMoment.ts'
import type { Hand } from './hands.ts'
import type { LedgerState } from './ledgerState.ts'

/** A moment (ms, UTC) in words, as a page says it. */
export type Say = (ms: number) => string

/** A number as people read it: "1,204". */
export const sayNumber = (number: number): string => number.toLocaleString('en-GB')

/** "21:14:07" for a moment (ms, UTC) of today, "21:14:07 on 24 September" for one of another day. */
export const sayWhen = (ms: number, now: number, timeZone: string): string => {
  const day = dayOf(ms, timeZone)
  const [, date, month] = sayDay(day).split(' ')
  return day === dayOf(now, timeZone) ? sayClock(ms, timeZone) : `${sayClock(ms, timeZone)} on ${date} ${month}`
}

/** Where a letter is, in the words that never say more than is known; `body` is the body's short name. */
export const stateWords = (state: LedgerState, body: string): string =>
  ({
    waiting: 'waiting to be sent',
    trying: 'being sent now',
    unknown: 'may have arrived: we are asking again with the same message',
    unanswered: 'may have arrived: no answer came',
    accepted: `accepted by ${body}’s mail server`,
    'handed-over': 'handed to our mail carrier',
    written: 'written to a folder, sent to nobody',
    refused: 'refused',
    abandoned: 'not delivered, and not tried any more',
    'set-aside': 'set aside: no message could be made of it',
    withdrawn: 'withdrawn',
    bounced: 'sent back to us',
  })[state]

const meaningOf = (state: LedgerState): string =>
  ({
    waiting:
      'Not taken yet. It is tried again by itself until the closing; the person can be told of the other ways now.',
    trying: 'Not taken yet. It is being tried at this moment.',
    unknown:
      'All of the message went out and no answer came. The same message is sent again; nothing can be doubled unseen.',
    unanswered: 'All of the message went out, no answer came, and nothing is sent any more. Tell the person.',
    accepted: 'Taken by their server.',
    'handed-over': 'Taken by our carrier.',
    written: 'Written to a folder.',
    refused:
      'The server said no for good. If what it names is mended, try again; else tell the person of the other ways.',
    abandoned: 'The closing came first. Tell the person.',
    'set-aside':
      'Something in it is too odd to be sent. Look at the log, tell the person of the other ways, then try again.',
    withdrawn: 'Taken back by the person.',
    bounced:
      'It was taken, and then it came back. If what the server names is mended, try again; else tell the person.',
  })[state]

/** Where a letter that needs a hand is, and what that means for those who look after it. */
export const causeOf = ({ state }: Hand, body: string): { words: string; meaning: string } => ({
  words: stateWords(state, body),
  meaning: meaningOf(state),
})

/** How often a letter was tried, and when last: "11 times, last at 09:58:40". */
export const triedWords = ({ tries, lastTryAt }: Hand, say: Say): string => {
  const often = tries === 1 ? 'once' : tries === 2 ? 'twice' : `${sayNumber(tries)} times`
  return lastTryAt === null ? 'not yet' : `${often}, last at ${say(lastTryAt)}`
}
