import { stateOf } from '../../src/delivery/state.ts'
import { smtpCarrier } from '../../src/mail/smtpCarrier.ts'
import type { Mode, Sink } from '../peers/hostileSink.ts'
import { withSink } from '../peers/hostileSink.ts'
import { closing, HOUR, MINUTE, mopac } from './samples.ts'
import { type TestPost, withPost } from './withPost.ts'

/** A press whose letters travel over real SMTP; `first` is what the server does with the first try, then it takes all. */
const pressOver = (first: Mode, look: (sink: Sink, state: string[], post: TestPost) => Promise<void> | void) =>
  withSink(async (sink) => {
    await withPost(closing - 24 * HOUR, async (post) => {
      const carrier = smtpCarrier({ url: sink.url, perSecond: 100 })
      const outbox = post.newOutbox({ carrier })
      const ann = await post.person()
      await post.press(ann)
      const state = async () => stateOf((await post.newest(ann))!, post.time.clock())
      await sink.mode(first)
      await outbox.pass()
      const states = [await state()]
      await sink.mode('accept')
      post.time.pass(2 * MINUTE)
      await outbox.pass()
      states.push(await state())
      await carrier.close()
      await look(sink, states, post)
    })
  })

const toBody = ({ received }: Sink) => received.filter(({ envelope }) => envelope.to.includes(mopac.email.address))

test.each([
  ['refuse-connection', 'waiting'],
  ['421-at-connect', 'waiting'],
  ['4xx-at-rcpt', 'waiting'],
  // So small a message has gone out whole before the server drops the line.
  ['drop-mid-data', 'unknown'],
  ['4xx-at-dot', 'waiting'],
  ['drop-after-dot-lost', 'unknown'],
] as const)('after %s the letter is %s, and then it arrives once', (mode, state) =>
  pressOver(mode, (sink, states) => {
    expect(states).toEqual([state, 'handed-over'])
    expect(toBody(sink)).toHaveLength(1)
  }),
)

test('a server that keeps the message and drops the line gets it twice, byte for byte the same', () =>
  pressOver('drop-after-dot-kept', (sink, states) => {
    expect(states).toEqual(['unknown', 'handed-over'])
    const [first, second] = toBody(sink)
    expect(second?.bytes.equals(first!.bytes)).toBe(true)
  }))

test('a lasting no is tried no more', () =>
  pressOver('5xx-at-rcpt', async (sink, states, { store }) => {
    expect(states).toEqual(['refused', 'refused'])
    expect(toBody(sink)).toEqual([])
    expect((await store.entries())[0]?.delivery.refusedWords).toMatch(/^550 /)
  }))
