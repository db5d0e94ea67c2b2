import { CannotBeMade } from '../../src/delivery/cannotBeMade.ts'
import { stateOf } from '../../src/delivery/state.ts'
import { greylisted, noAnswer, noSuchMailbox } from './peerCarrier.ts'
import { closing, HOUR, MINUTE, mopac, SECOND } from './samples.ts'
import { ORGANISER, withPost } from './withPost.ts'

const day = closing - 24 * HOUR

test('a press sends the response to the body and a copy to its person, once', () =>
  withPost(day, async ({ person, press, outbox, peer, newest, time }) => {
    const ann = await person()
    await press(ann)
    expect(await outbox.pass()).toBe(2)
    expect(peer.came.map(({ envelope }) => envelope.to).sort()).toEqual([ann.address, mopac.email.address])
    expect(stateOf((await newest(ann))!, time.clock())).toBe('accepted')
    time.pass(HOUR)
    expect(await outbox.pass()).toBe(0)
  }))

test('the same press a hundred times at once is one response and one letter to the body', () =>
  withPost(day, async ({ person, press, store, outbox, peer }) => {
    const ann = await person()
    const pressed = await Promise.all(Array.from({ length: 100 }, () => press(ann, 'one press')))
    expect(pressed.filter((one) => 'kept' in one)).toHaveLength(1)
    expect(pressed.filter((one) => 'again' in one)).toHaveLength(99)
    expect(await store.entries()).toHaveLength(1)
    await outbox.pass()
    expect(peer.came.filter(({ envelope }) => envelope.to === mopac.email.address)).toHaveLength(1)
  }))

test('what may have arrived is asked for again with the very same bytes', () =>
  withPost(day, async ({ person, press, outbox, peer, newest, time, rounds }) => {
    const ann = await person()
    await press(ann)
    peer.does(() => noAnswer)
    await outbox.pass()
    expect(stateOf((await newest(ann))!, time.clock())).toBe('unknown')
    peer.does(() => peer.yes)
    await rounds(2 * MINUTE)
    const [first, second] = peer.came.filter(({ text }) => text.startsWith('response'))
    expect(second?.text).toBe(first?.text)
    expect(second?.text).toContain(`<${ann.reference}.1@campaign.example>`)
    expect(stateOf((await newest(ann))!, time.clock())).toBe('accepted')
  }))

test('a refusal ends it, and its person hears at once, with the server’s words; nobody tries again', () =>
  withPost(day, async ({ person, press, peer, newest, rounds, store }) => {
    const ann = await person()
    await press(ann)
    peer.does(({ text }) => (text.startsWith('response') ? noSuchMailbox : peer.yes))
    await rounds(3 * SECOND)
    const told = await newest(ann, 'refused')
    expect((await store.contents(told!.id))?.letter.data).toMatchObject({ words: '550 5.1.1 No such mailbox' })
    await rounds(3 * MINUTE)
    expect(peer.came.filter(({ text }) => text.startsWith('response'))).toHaveLength(1)
    expect(peer.came.filter(({ text }) => text.startsWith('refused'))).toHaveLength(1)
  }))

test('a message that came back turns accepted into sent back, and its person hears', () =>
  withPost(day, async ({ person, press, outbox, newest, store, time, peer, rounds }) => {
    const ann = await person()
    await press(ann)
    await outbox.pass()
    await store.bounced((await newest(ann))!.id, '550 mailbox full', time.clock())
    await rounds(2 * SECOND)
    expect(stateOf((await newest(ann))!, time.clock())).toBe('bounced')
    expect(peer.came.filter(({ text }) => text.startsWith('bounced'))).toHaveLength(1)
  }))

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

describe('withdrawn', () => {
  test('while it waits: it is never sent', () =>
    withPost(day, async ({ person, press, outbox, peer, forget, store }) => {
      const ann = await person()
      await press(ann)
      await forget(ann.id)
      expect(await outbox.pass()).toBe(0)
      expect(peer.came).toEqual([])
      expect((await store.entries()).map(({ delivery }) => delivery.withdrawnAt)).not.toContain(null)
    }))

  test('while its bytes go out: the try breaks off before the last one', () =>
    withPost(day, async ({ person, press, outbox, peer, forget }) => {
      const ann = await person()
      await press(ann)
      peer.meanwhile(() => forget(ann.id))
      await outbox.pass()
      expect(peer.came).toEqual([])
    }))

  test('after its last byte: what the server says of it stays true', () =>
    withPost(day, async ({ person, press, outbox, peer, forget, store }) => {
      const ann = await person()
      await press(ann)
      peer.does(() => () => forget(ann.id).then(() => peer.yes))
      await outbox.pass()
      const [entry] = await store.entries()
      expect(entry?.delivery.acceptedAt).not.toBeNull()
    }))
})

test('a person whose letter was accepted meanwhile is not told that nobody did', () =>
  withPost(closing - 14 * MINUTE, async ({ person, press, outbox, peer, newest, rounds }) => {
    const ann = await person()
    await press(ann)
    peer.does(() => greylisted)
    await rounds(2 * SECOND)
    expect(await newest(ann, 'not-accepted')).toBeDefined()
    peer.does(({ text }) => (text.startsWith('response') ? peer.yes : greylisted))
    await rounds(5 * MINUTE)
    peer.does(() => peer.yes)
    await rounds(10 * MINUTE)
    expect(peer.came.filter(({ text }) => text.startsWith('not-accepted')).length).toBeGreaterThan(0)
    expect((await newest(ann, 'not-accepted'))?.acceptedAt).toBeNull()
    expect(await outbox.pass()).toBe(0)
  }))

test('what is written of a person’s words is dropped by the carrier too', () =>
  withPost(day, async ({ person, press, outbox, peer, forget }) => {
    const ann = await person()
    await press(ann)
    await outbox.pass()
    await forget(ann.id)
    await outbox.pass()
    expect(peer.dropped).toContain(`<${ann.reference}.1@campaign.example>`)
  }))
