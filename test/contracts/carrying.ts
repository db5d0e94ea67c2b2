import { claimOne, type PostOpened, sendOne, withPost, YES } from './delivery-samples.ts'

const bytes = new TextEncoder().encode('From: us\r\n\r\nhello')

/** What every delivery store promises of a try: its phases, its message, its end. */
export const carryingContract = (beneath: string, open: () => Promise<PostOpened>) =>
  describe(`carrying letters over ${beneath}`, () => {
    const using = withPost(open)

    test(
      'writes a try as it goes: its phases, its end, and when the next one is due',
      using(async (opened) => {
        const { store } = opened
        await sendOne(opened)
        const claim = await claimOne(store)
        expect(await store.freeze(claim, bytes, 'hash', 305)).toBe(true)
        expect(await store.connecting(claim, 310)).toBe(true)
        expect(await store.bodyBegun(claim, 320)).toBe(true)
        expect((await store.delivery(claim.delivery.id))?.attempts).toEqual([
          {
            number: 1,
            connectingAt: 310,
            bodyBegunAt: 320,
            bodyEndedAt: null,
            answeredAt: null,
            endedAt: null,
            words: null,
          },
        ])
        expect(await store.bodyEnded(claim, 330)).toBe(true)
        await store.ended(claim, { tryAgain: '451 later' }, 340, 400)
        const delivery = await store.delivery(claim.delivery.id)
        expect(delivery).toMatchObject({ dueAt: 400, frozenAt: 305, hash: 'hash', acceptedAt: null })
        expect(delivery?.attempts[0]).toMatchObject({
          bodyEndedAt: 330,
          answeredAt: 340,
          endedAt: 340,
          words: '451 later',
        })
        expect(await store.bodyBegun(claim, 350)).toBe(false)
        expect(await store.claim('w', [], 399, 9, 'body')).toEqual([])
        expect((await claimOne(store, 'w', [], 400)).delivery).toEqual(delivery)
      }),
    )

    test(
      'keeps a message’s bytes for good: later ones are refused, every claim gets the first',
      using(async (opened) => {
        const { store } = opened
        await sendOne(opened)
        const claim = await claimOne(store)
        await store.freeze(claim, bytes, 'hash', 305)
        expect(await store.freeze(claim, new Uint8Array(5), 'other', 306)).toBe(false)
        await store.ended(claim, { tryAgain: 'no route' }, 310, 300)
        const next = await claimOne(store)
        expect([...((await store.contents(next.delivery.id))?.message ?? [])]).toEqual([...bytes])
        expect(next.delivery).toMatchObject({ frozenAt: 305, hash: 'hash' })
      }),
    )

    test(
      'tells what may have arrived from what was answered',
      using(async (opened) => {
        const { store } = opened
        await sendOne(opened)
        const answeredAt = []
        for (const [reachesBody, verdict] of [
          [false, { tryAgain: 'refused to connect' }],
          [true, { unknown: 'dropped after the dot' }],
          [true, { tryAgain: '451 later' }],
        ] as const) {
          const claim = await claimOne(store)
          await store.connecting(claim, 300)
          if (reachesBody) await store.bodyEnded(claim, 300)
          await store.ended(claim, verdict, 300, 300)
          answeredAt.push((await store.delivery(claim.delivery.id))?.attempts.at(-1)?.answeredAt)
        }
        expect(answeredAt).toEqual([null, null, 300])
      }),
    )

    test(
      'writes an acceptance even of a claim that was lost, once, and lets nobody send it again',
      using(async (opened) => {
        const { store } = opened
        await sendOne(opened)
        const old = await claimOne(store, 'old')
        await store.connecting(old, 301)
        await store.bodyEnded(old, 302)
        const fresh = await claimOne(store, 'new', ['old'], 320)
        await store.connecting(fresh, 321)
        await store.ended(old, YES, 330, null)
        expect(await store.bodyBegun(fresh, 340)).toBe(false)
        await store.ended(fresh, { accepted: { by: 'relay', host: 'other', words: '250' } }, 350, null)
        const delivery = await store.delivery(old.delivery.id)
        expect(delivery).toMatchObject({ acceptedAt: 330, accepted: YES.accepted })
        expect(delivery?.attempts.map(({ endedAt, answeredAt }) => [endedAt, answeredAt])).toEqual([
          [330, 330],
          [350, 350],
        ])
        expect(await store.claim('w', ['old', 'new'], 999, 9, 'body')).toEqual([])
      }),
    )
  })
