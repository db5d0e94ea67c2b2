import { makePost } from '../../src/organisers/makePost.ts'
import { greylisted } from './peerCarrier.ts'
import { closing, HOUR, MINUTE, mopac, SECOND, takesLate } from './samples.ts'
import { type TestPost, withPost } from './withPost.ts'

const DAY = 24 * HOUR

/** One person whose response a greylist never lets in; everybody else's letters arrive. */
const waiting = async ({ person, press, peer, outbox }: TestPost) => {
  peer.does(({ text }) => (text.startsWith('response') ? greylisted : peer.yes))
  const ann = await person()
  await press(ann)
  await outbox.pass()
  return ann
}

/** How long (ms) before a moment each letter was queued that gave a person's response back. */
const givenBack = async ({ store }: TestPost, { id }: { id: string }, before: number) =>
  (await store.sent(id))
    .flatMap(({ deliveries }) => deliveries.filter(({ letter }) => letter === 'not-accepted'))
    .map(({ queuedAt }) => before - queuedAt)

test('who was told early by an organiser, once however often they press, is told again a quarter of an hour before', () =>
  withPost(closing - 2 * DAY, async (post) => {
    const ann = await waiting(post)
    const hands = makePost({ store: post.store, consultation: mopac, ring() {}, trouble: async () => null })
    const { id } = (await post.newest(ann))!
    for (const told of ['written', 'already']) expect(await hands.tellPerson(id, post.time.clock())).toBe(told)
    post.time.pass(2 * DAY - 15 * MINUTE - SECOND)
    await post.rounds(16 * MINUTE)
    expect(await givenBack(post, ann, closing)).toEqual([2 * DAY, 15 * MINUTE])
  }))

test('who was told before a closing that was then put off is told again before the later one', () =>
  withPost(closing - HOUR, async (post) => {
    const ann = await waiting(post)
    post.time.pass(HOUR - 14 * MINUTE)
    await post.outbox.pass()
    const longer = { ...mopac, closesAtMs: closing + 7 * DAY }
    post.time.pass(7 * DAY - MINUTE - SECOND)
    await post.rounds(2 * MINUTE, post.newOutbox({ consultation: longer }))
    expect(await givenBack(post, ann, closing)).toEqual([14 * MINUTE, 15 * MINUTE - 7 * DAY])
  }))

test('where late ones are taken, who was told before the closing is told when it is given up three days later', () =>
  withPost(
    closing - HOUR,
    async (post) => {
      const ann = await waiting(post)
      post.time.pass(HOUR - 14 * MINUTE)
      await post.outbox.pass()
      post.time.pass(3 * DAY + 14 * MINUTE)
      await post.outbox.pass()
      expect(await givenBack(post, ann, closing)).toEqual([14 * MINUTE, -3 * DAY])
    },
    { consultation: takesLate },
  ))
