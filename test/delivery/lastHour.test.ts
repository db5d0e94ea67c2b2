import { sayState } from '../../src/delivery/sayState.ts'
import { stateOf } from '../../src/delivery/state.ts'
import type { Came } from './peerCarrier.ts'
import { type Does, dead, greylisted, noAnswer } from './peerCarrier.ts'
import { closing, MINUTE, mopac, SECOND } from './samples.ts'
import { ORGANISER, type TestPost, withPost } from './withPost.ts'

/** The body's own server does so; everybody else's takes everything. */
const body = ({ peer }: TestPost, does: (at: number) => Does) =>
  peer.does(({ text, at }) => (text.startsWith('response') ? does(at) : peer.yes))

const greylistFor = (ms: number, from: number) => (at: number, yes: Does) => (at < from + ms ? greylisted : yes)

const words = async ({ newest, time }: TestPost, ann: Parameters<TestPost['newest']>[0]) =>
  sayState(mopac, (await newest(ann))!, time.clock())

const lettersTo = ({ peer }: TestPost, address: string) =>
  peer.came.filter(({ envelope }) => envelope.to === address).map(({ text }) => text.split(' ')[0])

describe('a greylist of a quarter of an hour', () => {
  test('met at 17:14 is passed by the last try, in time; its person was told what to do meanwhile', () =>
    withPost(closing - 16 * MINUTE, async (post) => {
      const list = greylistFor(15 * MINUTE, post.time.clock())
      body(post, (at) => list(at, post.peer.yes))
      const ann = await post.person()
      await post.press(ann)
      await post.rounds(10 * SECOND)
      expect(await words(post, ann)).toBe('waiting to be sent')
      await post.rounds(MINUTE)
      expect(lettersTo(post, ann.address)).toEqual(['copy', 'not-accepted'])
      await post.rounds(15 * MINUTE)
      expect(await words(post, ann)).toMatch(/^accepted by MOPAC’s mail server \(mx1\.body\.example\) at 17:29:/)
      expect((await post.newest(ann))?.acceptedAt).toBeLessThan(closing)
    }))

  test('met at 17:15 is not passed: the person hears at once, tries tighten, and nothing goes out after the closing', () =>
    withPost(closing - 15 * MINUTE, async (post) => {
      const list = greylistFor(15 * MINUTE, post.time.clock())
      body(post, (at) => list(at, post.peer.yes))
      const ann = await post.person()
      await post.press(ann)
      await post.rounds(3 * SECOND)
      expect(lettersTo(post, ann.address)).toEqual(['copy', 'not-accepted'])
      expect(await words(post, ann)).toBe('waiting to be sent')
      await post.rounds(20 * MINUTE)
      const tries = (await post.newest(ann))!.attempts.map(({ connectingAt }) => closing - connectingAt)
      expect(tries.at(-1)).toBe(3 * SECOND)
      expect(tries.length).toBeGreaterThan(10)
      expect(await words(post, ann)).toBe('not delivered: the closing has passed')
      expect(lettersTo(post, ann.address)).toEqual(['copy', 'not-accepted'])
    }))
})

test('a dead server at 17:29:50: tried again just before the closing, then given up, and its person told once', () =>
  withPost(closing - 10 * SECOND, async (post) => {
    body(post, () => dead)
    const ann = await post.person()
    await post.press(ann)
    await post.outbox.pass()
    expect(await words(post, ann)).toBe('waiting to be sent')
    await post.rounds(2 * MINUTE)
    const delivery = (await post.newest(ann))!
    expect(delivery.attempts.map(({ connectingAt }) => closing - connectingAt)).toEqual([10 * SECOND, 3 * SECOND])
    expect(await words(post, ann)).toBe('not delivered: the closing has passed')
    expect(lettersTo(post, ann.address)).toEqual(['copy', 'not-accepted'])
  }))

test('its twin: a server that is up again at 17:29:57 has it in time', () =>
  withPost(closing - 10 * SECOND, async (post) => {
    body(post, (at) => (at < closing - 3 * SECOND ? dead : post.peer.yes))
    const ann = await post.person()
    await post.press(ann)
    await post.outbox.pass()
    await post.rounds(MINUTE)
    expect((await post.newest(ann))?.acceptedAt).toBeLessThan(closing)
  }))

describe('a try under way when it closes', () => {
  test('is not begun in earnest: the first byte may not leave after the closing', () =>
    withPost(closing - 3 * SECOND, async (post) => {
      const ann = await post.person()
      await post.press(ann)
      const { carrier } = post.peer
      const slow = post.newOutbox({
        carrier: {
          ...carrier,
          carry: (...letter) => {
            post.time.pass(3 * SECOND)
            return carrier.carry(...letter)
          },
        },
      })
      await slow.pass()
      expect(lettersTo(post, mopac.email.address)).toEqual([])
      expect(stateOf((await post.newest(ann))!, post.time.clock())).toBe('abandoned')
    }))

  test('a yes that comes after the closing is a yes, and says that it was after', () =>
    withPost(closing - 3 * SECOND, async (post) => {
      const ann = await post.person()
      await post.press(ann)
      // The copy goes out at the same time: its seconds must not be taken for the response's.
      const isResponse = ({ envelope }: Came) => [envelope.to].flat().includes(mopac.email.address)
      post.peer.meanwhile(async (message) => isResponse(message) && post.time.pass(4 * SECOND))
      await post.outbox.pass()
      expect(await words(post, ann)).toMatch(/after the closing$/)
    }))
})

test('one that may have arrived is asked for until the closing, then no more, and never called delivered or lost', () =>
  withPost(closing - 5 * MINUTE, async (post) => {
    body(post, () => noAnswer)
    const ann = await post.person()
    await post.press(ann)
    await post.outbox.pass()
    expect(await words(post, ann)).toBe('may have arrived: we are asking again with the same message')
    await post.rounds(6 * MINUTE)
    expect(await words(post, ann)).toBe('may have arrived: no answer came')
  }))

test('organisers hear at 60, 30 and 10 minutes, once each, while something is unsent', () =>
  withPost(closing - 70 * MINUTE, async (post) => {
    body(post, () => dead)
    await post.press(await post.person())
    const heard: number[] = []
    for (let minute = 0; minute < 75; minute += 1) {
      await post.rounds(2 * SECOND)
      post.time.pass(58 * SECOND)
      const count = lettersTo(post, ORGANISER).length
      while (heard.length < count) heard.push(Math.ceil((closing - post.time.clock()) / MINUTE))
    }
    expect(heard).toHaveLength(3)
    for (const [index, minutes] of [60, 30, 10].entries())
      expect(Math.abs(heard[index]! - minutes)).toBeLessThanOrEqual(1)
  }))
