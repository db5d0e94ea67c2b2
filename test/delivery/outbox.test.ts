import { stateOf } from '../../src/delivery/state.ts'
import { greylisted, noAnswer, noSuchMailbox } from './peerCarrier.ts'
import { closing, HOUR, MINUTE, mopac, SECOND } from './samples.ts'
import { withPost } from './withPost.ts'

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
