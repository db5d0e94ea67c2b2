import { CannotBeMade } from '../../src/delivery/cannotBeMade.ts'
import { stateOf } from '../../src/delivery/state.ts'
import { closing, HOUR, MINUTE, SECOND } from './samples.ts'
import { ORGANISER, withPost } from './withPost.ts'

const day = closing - 24 * HOUR

describe('a letter that no message can be made of', () => {
  test('is set aside at once, organisers and its person hear, and the others flow', () =>
    withPost(day, async ({ person, press, newOutbox, compositor, newest, peer, time, rounds, store }) => {
      const [poison, ann] = [await person(), await person('ben@people.example')]
      const message: typeof compositor.message = async (delivery, contents, now) => {
        const { letter, submission } = contents
        const isPoison = letter.letter === 'response' && submission?.responseId === poison.id
        if (isPoison) throw new CannotBeMade('the form that was filled does not show every word')
        return compositor.message(delivery, contents, now)
      }
      const outbox = newOutbox({ compositor: { ...compositor, message } })
      await press(poison)
      await press(ann)
      await rounds(3 * SECOND, outbox)
      expect(stateOf((await newest(poison))!, time.clock())).toBe('set-aside')
      expect(stateOf((await newest(ann))!, time.clock())).toBe('accepted')
      expect(await newest(poison, 'not-accepted')).toBeDefined()
      const alarms = (await store.newest(20)).filter(({ letter }) => letter === 'alarm')
      expect(alarms).toHaveLength(1)
      expect(peer.came.map(({ envelope }) => envelope.to)).toContain(ORGANISER)
    }))

  test('is put off when the reason may pass, and set aside when it fails again and again', () =>
    withPost(day, async ({ person, press, newOutbox, compositor, newest, time, rounds, failed }) => {
      const ann = await person()
      let broken = true
      const message: typeof compositor.message = async (...letter) => {
        if (broken) throw new Error('a great many people are looking at their forms')
        return compositor.message(...letter)
      }
      const outbox = newOutbox({ compositor: { ...compositor, message } })
      await press(ann)
      await rounds(90 * SECOND, outbox)
      expect(stateOf((await newest(ann))!, time.clock())).toBe('waiting')
      broken = false
      await rounds(3 * MINUTE, outbox)
      expect(stateOf((await newest(ann))!, time.clock())).toBe('accepted')

      const ben = await person('ben@people.example')
      broken = true
      await press(ben)
      for (let minute = 0; minute < 40; minute += 1) {
        time.pass(MINUTE)
        await outbox.pass()
      }
      expect(stateOf((await newest(ben))!, time.clock())).toBe('set-aside')
      expect(failed.length).toBeGreaterThan(0)
    }))
})
