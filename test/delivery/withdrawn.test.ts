import { closing, HOUR } from './samples.ts'
import { withPost } from './withPost.ts'

const day = closing - 24 * HOUR

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
      peer.does(({ text }) => (text.startsWith('response') ? () => forget(ann.id).then(() => peer.yes) : peer.yes))
      await outbox.pass()
      const [entry] = await store.entries()
      expect(entry?.delivery.acceptedAt).not.toBeNull()
    }))
})

test('what is written of a person’s words is dropped by the carrier too', () =>
  withPost(day, async ({ person, press, outbox, peer, forget }) => {
    const ann = await person()
    await press(ann)
    await outbox.pass()
    await forget(ann.id)
    await outbox.pass()
    expect(peer.dropped).toContain(`<${ann.reference}.1@campaign.example>`)
  }))

test('a code on its way goes with its response, and another response’s to the same mailbox does not', () =>
  withPost(day, async ({ responses, sending, store, time, forget }) => {
    const ask = async () => {
      const { key, response } = await responses.begin('I agree.', time.clock())
      await sending.askCode({ response, key }, 'home@people.example', response.id, time.clock())
      return response.id
    }
    const [ann] = [await ask(), await ask()]
    await forget(ann)
    expect((await store.newest(2)).map(({ withdrawnAt }) => withdrawnAt !== null)).toEqual([false, true])
  }))

test('a copy that cannot be dropped holds up no other, and is dropped the next time', () =>
  withPost(day, async ({ person, press, outbox, newOutbox, peer, forget, failed, store }) => {
    const people = [await person('ann@people.example'), await person('ben@people.example')]
    for (const one of people) await press(one, one.id)
    await outbox.pass()
    let broken = true
    const forgetOrFail = async (messageId: string) => {
      if (broken && messageId.includes(people[0]!.reference!)) throw new Error('EIO')
      await peer.carrier.forget(messageId)
    }
    const box = newOutbox({ carrier: { ...peer.carrier, forget: forgetOrFail } })
    for (const { id } of people) await forget(id)
    await box.pass()
    const idOf = ({ reference }: { reference: string | null }) => `<${reference}.1@campaign.example>`
    expect(peer.dropped).toContain(idOf(people[1]!))
    expect([peer.dropped.includes(idOf(people[0]!)), failed.length]).toEqual([false, 1])
    broken = false
    await box.pass()
    expect(peer.dropped).toContain(idOf(people[0]!))
    expect(await store.forgotten()).toEqual([])
  }))
