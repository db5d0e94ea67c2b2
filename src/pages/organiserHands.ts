import type { Hand } from '../organisers/hands.ts'
import type { HandsView } from './organiserViews.ts'
import { meaningOf, sayNumber, stateWords } from './organiserWords.ts'

const ROWS = 5

/** Letters that one press of a button may mean: each is a transaction of its own. */
export const MOST_AT_ONCE = 100

const tried = ({ tries }: Hand): string => (tries === 1 ? 'once' : tries === 2 ? 'twice' : `${sayNumber(tries)} times`)

/** A moment (ms, UTC) in words, as a page says it. */
export type Say = (ms: number) => string

const rowOf =
  (say: Say) =>
  (hand: Hand): HandsView['rows'][number] => ({
    reference: hand.reference ?? 'deleted',
    version: hand.version,
    kept: say(hand.queuedAt),
    tried: hand.lastTryAt === null ? 'not yet' : `${tried(hand)}, last at ${say(hand.lastTryAt)}`,
    next: hand.nextTryAt === null ? null : say(hand.nextTryAt),
  })

const buttonFor = (hands: Hand[], one: string, several: (count: string) => string): HandsView['again'] => {
  const letters = hands.slice(0, MOST_AT_ONCE).map(({ deliveryId }) => deliveryId)
  if (letters.length === 0) return null
  return { letters, label: letters.length === 1 ? one : several(sayNumber(letters.length)) }
}

// The closing came before an answer did: nothing asks again any more.
const UNANSWERED = {
  words: 'may have arrived: no answer came',
  meaning: 'All of the message went out, no answer came, and nothing is sent any more. Tell the person.',
}

const causeOf = ({ state, nextTryAt }: Hand, body: string): { words: string; meaning: string } =>
  state === 'unknown' && nextTryAt === null ? UNANSWERED : { words: stateWords(state, body), meaning: meaningOf(state) }

/** What needs a hand, one group for each state and each server's words: one cause is one thing to do. */
export const handGroups = (hands: Hand[], body: string, say: Say): HandsView[] =>
  [...Map.groupBy(hands, (hand) => `${causeOf(hand, body).words}\n${hand.words}`).values()].map((group) => {
    const cause = causeOf(group[0]!, body)
    const again = group.filter(({ mayTryAgain }) => mayTryAgain)
    const tell = group.filter(({ mayTell }) => mayTell)
    return {
      heading: `${sayNumber(group.length)} ${cause.words}`,
      meaning: cause.meaning,
      words: group[0]!.words,
      rows: group.slice(0, ROWS).map(rowOf(say)),
      more: Math.max(0, group.length - ROWS),
      again: buttonFor(again, 'Try again', (count) => `Try ${count} again`),
      tell: buttonFor(tell, 'Tell the person', (count) => `Tell ${count} people`),
    }
  })
