import type { DeliveryStore } from '../../src/delivery/deliveryStore.ts'
import { stateOf } from '../../src/delivery/state.ts'
import { type Does, dead } from './peerCarrier.ts'
import { closing, HOUR, MINUTE, mopac, SECOND, takesLate } from './samples.ts'
import { type TestPost, withPost } from './withPost.ts'

/** The body's own server does so; everybody else's takes everything. */
const body = ({ peer }: TestPost, does: (at: number) => Does) =>
  peer.does(({ text, at }) => (text.startsWith('response') ? does(at) : peer.yes))

const lettersTo = ({ peer }: TestPost, address: string) =>
  peer.came.filter(({ envelope }) => envelope.to === address).map(({ text }) => text.split(' ')[0])

/** A store that takes the first byte's time for the moment in which a press is kept. */
const judgingByFirstByte = (store: DeliveryStore): DeliveryStore => ({
  ...store,
  press: (what, plan) => store.press(what, plan, () => what.firstByteAt),
})

/** Presses two seconds before the closing what arrives whole four seconds after it, and sends what there is to send. */
const pressAcross = async (post: TestPost) => {
  const ann = await post.person()
  const firstByteAt = post.time.clock()
  post.time.pass(6 * SECOND)
  const pressed = await post.press(ann, 'press', firstByteAt)
  await post.rounds(5 * SECOND)
  return { ann, firstByteAt, pressed }
}

// B2. Its mutation partner is the last of these.
describe('late, though its first byte came in time', () => {
  test('a body that takes no late ones is not written to; the person is told', () =>
    withPost(closing - 2 * SECOND, async (post) => {
      const { ann, firstByteAt, pressed } = await pressAcross(post)
      expect(pressed).toMatchObject({ kept: { firstByteAt } })
      expect(lettersTo(post, mopac.email.address)).toEqual([])
      expect(lettersTo(post, ann.address)).toEqual(['late'])
    }))

  test('its twin: a body that takes them gets it, and the person hears both', () =>
    withPost(
      closing - 2 * SECOND,
      async (post) => {
        const { ann } = await pressAcross(post)
        expect(lettersTo(post, mopac.email.address)).toEqual(['response'])
        expect(lettersTo(post, ann.address).sort()).toEqual(['copy', 'late'])
      },
      { consultation: takesLate },
    ))

  test('partner: where its first byte is what counts, the person is not told', () =>
    withPost(
      closing - 2 * SECOND,
      async (post) => {
        const { ann } = await pressAcross(post)
        expect(lettersTo(post, ann.address)).not.toContain('late')
      },
      { wrap: judgingByFirstByte },
    ))
})

test('when the pack’s closing is moved, everything follows', () =>
  withPost(
    closing - 5 * MINUTE,
    async (post) => {
      body(post, () => dead)
      const ann = await post.person()
      await post.press(ann)
      await post.rounds(10 * MINUTE)
      expect(lettersTo(post, ann.address)).toEqual(['copy'])
      expect(stateOf((await post.newest(ann))!, post.time.clock())).toBe('waiting')
    },
    { consultation: { ...mopac, closesAtMs: closing + HOUR } },
  ))
