import type { DeliveryStore } from '../../src/delivery/deliveryStore.ts'
import { stateOf } from '../../src/delivery/state.ts'
import { closing, HOUR, SECOND } from './samples.ts'
import { type TestPost, withPost } from './withPost.ts'

const day = closing - 24 * HOUR
const never = () => new Promise<never>(() => {})

describe('a worker that was killed between its claim and the first byte', () => {
  const claimAndDie = async ({ store, time }: TestPost) => {
    await store.beat('killed', time.clock())
    for (const lane of ['body', 'people'] as const) await store.claim('killed', [], time.clock(), 9, lane)
  }

  test('what it held goes out within half a minute, in the place of nobody else', () =>
    withPost(day, async (post) => {
      const ann = await post.person()
      await post.press(ann)
      await claimAndDie(post)
      await post.rounds(19 * SECOND)
      expect(post.peer.came).toEqual([])
      await post.rounds(11 * SECOND)
      expect(post.peer.came).toHaveLength(2)
    }))

  test('while its beats go on it lives, and nothing is taken from it', () =>
    withPost(day, async (post) => {
      await post.press(await post.person())
      await claimAndDie(post)
      for (let second = 0; second < 120; second += 5) {
        await post.store.beat('killed', post.time.clock())
        await post.rounds(5 * SECOND)
      }
      expect(post.peer.came).toEqual([])
    }))

  test('a clock set forwards makes nobody dead, a clock set back lets nobody live', () =>
    withPost(day, async (post) => {
      await post.press(await post.person())
      await claimAndDie(post)
      await post.outbox.pass()
      post.time.jump(HOUR)
      await post.outbox.pass()
      expect(post.peer.came).toEqual([])
      post.time.jump(-2.5 * HOUR)
      await post.rounds(30 * SECOND)
      expect(post.peer.came).toHaveLength(2)
    }))
})

test('a worker that stood still past its claim and goes on breaks off before the first byte', () =>
  withPost(day, async ({ person, press, store, time, outbox, newOutbox, peer, rounds }) => {
    await press(await person())
    const { promise: woken, resolve: wake } = Promise.withResolvers<void>()
    const slow: typeof peer.carrier = {
      ...peer.carrier,
      carry: async (...letter) => {
        await woken
        return peer.carrier.carry(...letter)
      },
    }
    const still = newOutbox({ carrier: slow })
    const itsPass = still.pass()
    while ((await store.entries())[0]?.delivery.attempts.length === 0) await new Promise(setImmediate)
    await rounds(30 * SECOND, outbox)
    expect(peer.came).toHaveLength(2)
    wake()
    await itsPass
    expect(peer.came).toHaveLength(2)
    expect((await store.entries())[0]?.delivery.acceptedAt).toBeLessThan(time.clock())
  }))

test('a mail server that never answers the body’s letters holds up nobody’s copies and codes', () =>
  withPost(day, async ({ person, press, newOutbox, peer }) => {
    const people = await Promise.all([1, 2, 3, 4, 5, 6].map((each) => person(`p${each}@people.example`)))
    for (const one of people) await press(one)
    const outbox = newOutbox({ patienceMs: 0 })
    peer.does(({ text }) => (text.startsWith('response') ? never : peer.yes))
    outbox.start()
    while (peer.came.filter(({ text }) => text.startsWith('copy')).length < 6) await new Promise(setImmediate)
    expect(peer.came.filter(({ text }) => text.startsWith('response'))).toHaveLength(4)
    await outbox.stop()
  }))

test('an acceptance that the disk would not take is written as soon as it does, and not sent twice', async () => {
  let full = true
  const wrap = (store: DeliveryStore): DeliveryStore => ({
    ...store,
    ended: async (...end) => {
      if (full) {
        full = false
        throw new Error('the disk is full')
      }
      return store.ended(...end)
    },
  })
  await withPost(
    day,
    async ({ person, press, outbox, peer, newest, time, failed }) => {
      const ann = await person()
      await press(ann)
      await outbox.pass()
      expect(stateOf((await newest(ann))!, time.clock())).toBe('accepted')
      expect([failed.length, peer.came.length]).toEqual([1, 2])
    },
    { wrap },
  )
})
