import { dead, greylisted, noSuchMailbox } from './peerCarrier.ts'
import { closing, HOUR, MINUTE, SECOND } from './samples.ts'
import { type TestPost, withPost } from './withPost.ts'

const kindsThatCame = ({ peer }: TestPost, address: string) =>
  peer.came.filter(({ envelope }) => envelope.to === address).map(({ text }) => text.split(' ')[0])

/** What servers do with the response, and with everything else. */
const doing = ({ peer }: TestPost, response: typeof greylisted, others = peer.yes) =>
  peer.does(({ text }) => (text.startsWith('response') ? response : others))

test('who was told of a refusal hears once that it was mended', () =>
  withPost(closing - 24 * HOUR, async (post) => {
    const ann = await post.person()
    await post.press(ann)
    doing(post, noSuchMailbox)
    await post.rounds(10 * SECOND)
    doing(post, post.peer.yes)
    await post.store.tryAgain((await post.newest(ann))!.id, post.time.clock())
    await post.rounds(10 * SECOND)
    expect(kindsThatCame(post, ann.address)).toEqual(['copy', 'refused', 'gone-after-all'])
    await post.newOutbox().pass()
    await post.rounds(5 * SECOND)
    expect(kindsThatCame(post, ann.address)).toHaveLength(3)
  }))

test('who was told in the last quarter of an hour hears when it was taken after all', () =>
  withPost(closing - 15 * MINUTE, async (post) => {
    const ann = await post.person()
    await post.press(ann)
    doing(post, greylisted)
    await post.rounds(5 * SECOND)
    doing(post, post.peer.yes)
    await post.rounds(2 * MINUTE)
    expect(kindsThatCame(post, ann.address)).toEqual(['copy', 'not-accepted', 'gone-after-all'])
  }))

test('who never heard that it had not gone hears nothing of it', () =>
  withPost(closing - 15 * MINUTE, async (post) => {
    const ann = await post.person()
    await post.press(ann)
    post.peer.does(() => dead)
    await post.rounds(5 * SECOND)
    doing(post, post.peer.yes)
    await post.rounds(2 * MINUTE)
    expect(kindsThatCame(post, ann.address)).toEqual(['copy'])
  }))
