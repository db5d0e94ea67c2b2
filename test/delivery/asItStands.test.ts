import { asItStands } from '../../src/delivery/asItStands.ts'
import { dead, noSuchMailbox } from './peerCarrier.ts'
import { closing, HOUR, MINUTE, mopac, SECOND } from './samples.ts'
import { ORGANISER, type TestPost, withPost } from './withPost.ts'

/** Nobody's server is there until a moment. */
const deadUntil = ({ peer }: TestPost, until: number) => peer.does(({ at }) => (at < until ? dead : peer.yes))

/** An outbox whose letters are kept as they were made: which, with what, when. */
const watched = ({ newOutbox, compositor }: TestPost) => {
  const made: { letter: string; data: Record<string, unknown>; at: number }[] = []
  const message: typeof compositor.message = (delivery, contents, at) => {
    made.push({ letter: contents.letter.letter, data: contents.letter.data, at })
    return compositor.message(delivery, contents, at)
  }
  return { made, outbox: newOutbox({ compositor: { ...compositor, message } }) }
}

/** Rounds, one every ten seconds. */
const longRounds = async ({ time, outbox }: TestPost, ms: number, box = outbox) => {
  for (let at = 0; at < ms; at += 10 * SECOND) {
    time.pass(10 * SECOND)
    await box.pass()
  }
}

test('a notice that gets through after the closing says what is true then, not what was true when it was first tried', () =>
  withPost(closing - 16 * MINUTE, async (post) => {
    deadUntil(post, closing + 5 * MINUTE)
    const { made, outbox } = watched(post)
    const ann = await post.person()
    await post.press(ann)
    await longRounds(post, 50 * MINUTE, outbox)
    const notices = made.filter(({ letter }) => letter === 'not-accepted')
    expect(notices[0]).toMatchObject({ data: { open: 1 } })
    expect(notices.at(-1)).toMatchObject({ data: { open: 0 } })
    expect(notices.at(-1)!.at).toBeGreaterThan(closing)
    expect(post.peer.came.filter(({ text }) => text.startsWith('not-accepted'))).toHaveLength(1)
  }))

test('towards the closing a notice is tried as often as the response: it asks for something that must be done by then', () =>
  withPost(closing - 16 * MINUTE, async (post) => {
    deadUntil(post, closing - 2 * MINUTE)
    const { outbox } = watched(post)
    const ann = await post.person()
    await post.press(ann)
    post.peer.does(({ at, text }) => (at < closing - 2 * MINUTE || text.startsWith('response') ? dead : post.peer.yes))
    await longRounds(post, 16 * MINUTE - 10 * SECOND, outbox)
    expect((await post.newest(ann, 'not-accepted'))?.acceptedAt).toBeLessThan(closing - MINUTE)
  }))

test('no copy follows once its response has got nowhere: its person is told that, with the same words', () =>
  withPost(closing - 16 * MINUTE, async (post) => {
    deadUntil(post, closing + 5 * MINUTE)
    await post.press(await post.person())
    await longRounds(post, 50 * MINUTE)
    const came = post.peer.came.map(({ text }) => text.split(' ')[0])
    expect(came).toContain('not-accepted')
    expect(came).not.toContain('copy')
  }))

test('a copy that is late says where the response is by then', () =>
  withPost(closing - 24 * HOUR, async (post) => {
    const { made, outbox } = watched(post)
    await post.press(await post.person())
    post.peer.does(({ text }) => (text.startsWith('copy') ? dead : post.peer.yes))
    await outbox.pass()
    post.peer.does(() => post.peer.yes)
    await post.rounds(2 * MINUTE, outbox)
    const copies = made.filter(({ letter }) => letter === 'copy')
    expect(copies.at(-1)?.data.state).toMatch(/^accepted by MOPAC’s mail server \(mx1\.body\.example\) at /)
  }))

test('nobody hears of a refusal that was mended meanwhile', () =>
  withPost(closing - 24 * HOUR, async (post) => {
    const { outbox } = watched(post)
    const ann = await post.person()
    await post.press(ann)
    post.peer.does(({ text }) => (text.startsWith('response') ? noSuchMailbox : dead))
    await post.rounds(10 * SECOND, outbox)
    expect(await post.newest(ann, 'refused')).toBeDefined()
    await post.store.tryAgain((await post.newest(ann))!.id, post.time.clock())
    post.peer.does(({ text }) => (text.startsWith('response') ? post.peer.yes : dead))
    await outbox.pass()
    post.peer.does(() => post.peer.yes)
    await longRounds(post, 5 * MINUTE, outbox)
    expect(post.peer.came.filter(({ text }) => text.startsWith('refused'))).toEqual([])
  }))

test('an alarm has the numbers of its try, and is none once nothing is unsent', () =>
  withPost(closing - 59 * MINUTE, async (post) => {
    const data = { waiting: 7, unknown: 0, notDelivered: 0, accepted: 0, oldestMinutes: 3 }
    const alarm = { letter: 'alarm' as const, to: ORGANISER, submissionId: null, data, once: null }
    const contents = { letter: alarm, submission: null, replaced: null, message: null }
    await post.press(await post.person())
    const now = async () => asItStands(post.store, mopac, contents, post.time.clock())
    expect((await now())?.letter.data).toMatchObject({ waiting: 1 })
    await post.outbox.pass()
    expect(await now()).toBeNull()
  }))
