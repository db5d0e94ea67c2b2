import { stateOf } from '../../src/delivery/state.ts'
import { greylisted } from './peerCarrier.ts'
import { closing, HOUR, MINUTE } from './samples.ts'
import { type TestPost, withPost } from './withPost.ts'

const day = closing - 24 * HOUR

describe('a clock that jumps', () => {
  const waiting = async ({ person, press, peer, outbox, time }: TestPost, start: number) => {
    const ann = await person()
    await press(ann)
    peer.does(() => greylisted)
    await outbox.pass()
    time.pass(start - time.clock())
    await outbox.pass()
    return ann
  }

  test('over the closing gives up nothing at once, sends nothing, and tells nobody', () =>
    withPost(closing - 2 * HOUR, async (post) => {
      const ann = await waiting(post, closing - HOUR)
      post.time.jump(HOUR)
      await post.rounds(MINUTE)
      expect((await post.newest(ann))?.abandonedAt).toBeNull()
      expect(await post.newest(ann, 'not-accepted')).toBeUndefined()
      post.peer.does(() => post.peer.yes)
      post.time.jump(-HOUR)
      await post.rounds(31 * MINUTE)
      expect(stateOf((await post.newest(ann))!, post.time.clock())).toBe('accepted')
    }))

  test.each([
    ['hours', 3 * HOUR, 4 * HOUR],
    ['minutes, shortly before it', 20 * MINUTE, 22 * MINUTE],
  ])('over the closing by %s during a try, and back, leaves time for the next one', (_, left, jump) =>
    withPost(closing - left, async (post) => {
      const { person, press, peer, outbox, time, newest, rounds } = post
      const ann = await person()
      await press(ann)
      const set = async () => {
        time.jump(jump)
        return greylisted
      }
      peer.does(({ text }) => (text.startsWith('response') ? set : peer.yes))
      await outbox.pass()
      expect((await newest(ann))?.abandonedAt).toBeNull()
      time.jump(-jump)
      peer.does(() => peer.yes)
      await rounds(2 * MINUTE)
      expect(stateOf((await newest(ann))!, time.clock())).toBe('accepted')
      expect(await newest(ann, 'not-accepted')).toBeUndefined()
    }),
  )

  test('and stays there is believed after two minutes', () =>
    withPost(closing - 2 * HOUR, async (post) => {
      const ann = await waiting(post, closing - HOUR)
      post.time.jump(HOUR)
      await post.rounds(3 * MINUTE)
      expect((await post.newest(ann))?.abandonedAt).not.toBeNull()
    }))

  test('its twin, a clock that only went on, is believed at once', () =>
    withPost(closing - 2 * HOUR, async (post) => {
      const ann = await waiting(post, closing - HOUR)
      post.time.pass(HOUR)
      await post.outbox.pass()
      expect((await post.newest(ann))?.abandonedAt).not.toBeNull()
    }))

  test('back by hours puts nothing off for hours', () =>
    withPost(day, async (post) => {
      const ann = await waiting(post, day + MINUTE)
      post.time.jump(-2.5 * HOUR)
      post.peer.does(() => post.peer.yes)
      await post.rounds(MINUTE)
      expect(stateOf((await post.newest(ann))!, post.time.clock())).toBe('accepted')
    }))
})
