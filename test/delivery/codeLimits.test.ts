import { TO_ONE_ADDRESS, TO_ONE_ADDRESS_FROM_ONE, UNPROVED } from '../../src/delivery/codes.ts'
import { HOUR, MINUTE } from './samples.ts'
import { asked, digitsOf, type somebody, start } from './whoAsks.ts'
import { withPost } from './withPost.ts'

describe('how many may be asked for', () => {
  test('to one address three an hour from one asker: its person, elsewhere, is not kept from proving it', () =>
    withPost(start, async (post) => {
      for (let count = 0; count < TO_ONE_ADDRESS_FROM_ONE; count += 1) {
        expect((await asked(post, 'ann@people.example', 'bomber')).answer).toHaveProperty('sentTo')
      }
      for (let count = 0; count < 5; count += 1) {
        expect((await asked(post, 'ann@people.example', 'bomber')).answer).toEqual({ wait: 60 })
      }
      expect((await asked(post, 'ann@people.example', 'home')).answer).toHaveProperty('sentTo')
    }))

  test('to one address ten an hour, whoever asks, however it is spelt', () =>
    withPost(start, async (post) => {
      for (let count = 0; count < TO_ONE_ADDRESS; count += 1) {
        const spelt = count % 2 === 0 ? 'ann@people.example' : `ann+${count}@people.example`
        expect((await asked(post, spelt, `asker ${count}`)).answer).toHaveProperty('sentTo')
      }
      expect((await asked(post, 'ann+more@people.example', 'another')).answer).toEqual({ wait: 60 })
      expect((await asked(post, 'ANN@people.example', 'another')).answer).toEqual({ wait: 60 })
      post.time.pass(HOUR + 1)
      expect((await asked(post)).answer).toHaveProperty('sentTo')
    }))

  test('twenty that nobody typed back stop an asker, even all at once; another is not held up', () =>
    withPost(start, async (post) => {
      const people = await Promise.all(
        Array.from({ length: 3 * UNPROVED }, (_, count) => asked(post, `victim${count}@people.example`, 'bomber')),
      )
      expect(people.filter(({ answer }) => 'sentTo' in answer)).toHaveLength(UNPROVED)
      expect((await asked(post, 'next@people.example', 'bomber')).answer).toEqual({ wait: 15 })
      expect((await asked(post, 'next@people.example', 'neighbour')).answer).toHaveProperty('sentTo')
      post.time.pass(15 * MINUTE + 1)
      expect((await asked(post, 'late@people.example', 'bomber')).answer).toHaveProperty('sentTo')
    }))

  test('a stall of many tablets, whose codes come back, is never held up', () =>
    withPost(start, async (post) => {
      const slow: { opened: Awaited<ReturnType<typeof somebody>>; digits: string }[] = []
      for (let count = 0; count < 200; count += 1) {
        const { opened, answer } = await asked(post, `p${count}@people.example`, 'stall')
        expect(answer).toHaveProperty('sentTo')
        slow.push({ opened, digits: await digitsOf(post) })
        // Each types theirs a minute later, when ten others have asked; every tenth goes away without.
        const back = slow.length > 10 ? slow.shift() : undefined
        if (back && count % 10 !== 0) await post.sending.enterCode(back.opened, back.digits, post.time.clock())
        post.time.pass(6_000)
      }
    }))
})
