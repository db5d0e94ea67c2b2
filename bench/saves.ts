import { median } from '../test/promises/figures.ts'
import { atMost, type Figure, told } from './bars.ts'
import { CONNECTIONS, type Load, loadPosts } from './load.ts'
import { peopleWhoBegan, withServer } from './servers.ts'

const ROUNDS = 3
const POSTS = 4000

const answersOf = (_: unknown, turn: number) => ({
  q1: 'no',
  'q1-reasons': `A counter is for people, said person ${turn}.`,
})

/** Answers saved durably by 1,000 connections, beside bare Express writing the same row as durably; runs take turns. */
export const measureSaves = (): Promise<Figure[]> =>
  withServer('product', (product) =>
    withServer('bare', async (bare) => {
      const people = await peopleWhoBegan(product, CONNECTIONS)
      const [ours, theirs]: [Load[], Load[]] = [[], []]
      for (let round = 0; round < ROUNDS; round += 1) {
        ours.push(await loadPosts(product.address, '/questions/q1', people, answersOf, POSTS))
        theirs.push(await loadPosts(bare.address, '/questions/q1', people, answersOf, POSTS))
      }
      const middle = (loads: Load[], of: 'perSecond' | 'p99') => median(loads.map((load) => load[of]))
      return [
        told('answers saved durably', middle(ours, 'perSecond'), 'a second'),
        told('bare Express 5, the same row', middle(theirs, 'perSecond'), 'a second'),
        told('share of bare Express', (100 * middle(ours, 'perSecond')) / middle(theirs, 'perSecond'), '%'),
        atMost('1,000 connections: saving, p99', middle(ours, 'p99'), 1500, 'ms'),
        atMost(
          '1,000 connections: wrong answers',
          ours.concat(theirs).reduce((sum, { wrong }) => sum + wrong, 0),
          0,
          '',
        ),
      ]
    }),
  )
