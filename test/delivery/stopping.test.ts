import { stateOf } from '../../src/delivery/state.ts'
import { closing, HOUR } from './samples.ts'
import { withPost } from './withPost.ts'

const day = closing - 24 * HOUR

describe('stopping in good order', () => {
  test('lets a try under way end, begins no other, and frees what it holds', () =>
    withPost(day, async ({ person, press, newOutbox, store, peer, time, newest }) => {
      const ann = await person()
      await press(ann)
      const { promise: answer, resolve: say } = Promise.withResolvers<typeof peer.yes>()
      const { promise: sent, resolve: came } = Promise.withResolvers<void>()
      peer.does(() => () => {
        came()
        return answer
      })
      const outbox = newOutbox()
      outbox.start()
      await sent
      const stopped = outbox.stop()
      say(peer.yes)
      await stopped
      expect(stateOf((await newest(ann))!, time.clock())).toBe('accepted')
      expect(await store.workers()).toEqual([])
    }))

  test('a ring is heard at once, by an outbox that had nothing to do', () =>
    withPost(day, async ({ person, press, newOutbox, peer }) => {
      const outbox = newOutbox()
      outbox.start()
      const ann = await person()
      await press(ann)
      outbox.ring()
      while (peer.came.length < 2) await new Promise(setImmediate)
      await outbox.stop()
    }))
})
