import { isServersLine } from '../delivery/serverWords.ts'
import type { Hand } from '../organisers/hands.ts'
import { causeOf, type Say, sayNumber, triedWords } from '../organisers/ledgerWords.ts'
import type { HandsView } from './organiserViews.ts'

const ROWS = 5

/** Letters that one press of a button may mean: each is a transaction of its own. */
export const MOST_AT_ONCE = 100

const rowOf =
  (say: Say) =>
  (hand: Hand): HandsView['rows'][number] => ({
    reference: hand.reference ?? 'deleted',
    version: hand.version,
    kept: say(hand.queuedAt),
    tried: triedWords(hand, say),
    next: hand.nextTryAt === null ? null : say(hand.nextTryAt),
    told: hand.toldAt === null ? null : say(hand.toldAt),
  })

const buttonFor = (hands: Hand[], one: string, several: (count: string) => string): HandsView['again'] => {
  const letters = hands.slice(0, MOST_AT_ONCE).map(({ deliveryId }) => deliveryId)
  if (letters.length === 0) return null
  return { letters, label: letters.length === 1 ? one : several(sayNumber(letters.length)) }
}

/** What needs a hand, one group for each state and each server's words: one cause is one thing to do. */
export const handGroups = (hands: Hand[], body: string, say: Say): HandsView[] =>
  [...Map.groupBy(hands, (hand) => `${causeOf(hand, body).words}\n${hand.words}`).values()].map((group) => {
    const cause = causeOf(group[0]!, body)
    const { words, state } = group[0]!
    const again = group.filter(({ mayTryAgain }) => mayTryAgain)
    const tell = group.filter(({ telling, toldAt }) => telling !== null && toldAt === null)
    return {
      heading: `${sayNumber(group.length)} ${cause.words}`,
      meaning: cause.meaning,
      words,
      theirs: words !== null && (state === 'bounced' || isServersLine(words)),
      rows: group.slice(0, ROWS).map(rowOf(say)),
      more: Math.max(0, group.length - ROWS),
      again: buttonFor(again, 'Try again', (count) => `Try ${count} again`),
      tell: buttonFor(tell, 'Tell the person', (count) => `Tell ${count} people`),
    }
  })
