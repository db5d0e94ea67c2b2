import type { Claim } from '../../src/delivery/deliveryStore.ts'
import { claimOne, type PostOpened, sendOne, withPost, YES } from './delivery-samples.ts'

const bytes = new TextEncoder().encode('From: us\r\n\r\nhello')

/** What every delivery store promises of what became of letters. */
export const settlingContract = (beneath: string, open: () => Promise<PostOpened>) =>
  describe(`what becomes of letters over ${beneath}`, () => {
    const using = withPost(open)
    const outOfLine = async ({ store }: PostOpened) =>
      expect(await store.claim('w', [], Number.MAX_SAFE_INTEGER / 2, 9, 'body')).toEqual([])

    const claimed = async (opened: PostOpened): Promise<Claim> => {
      await sendOne(opened)
      return claimOne(opened.store)
    }

    test(
      'refused, set aside, given up: each with its time and words, and out of the line',
      using(async (opened) => {
        const { store } = opened
        const claim = await claimed(opened)
        await store.ended(claim, { refused: '550 no such user' }, 310, null)
        expect(await store.delivery(claim.delivery.id)).toMatchObject({
          refusedAt: 310,
          refusedWords: '550 no such user',
        })
        await outOfLine(opened)

        const again = await store.tryAgain(claim.delivery.id, 320)
        await store.setAside(await claimOne(store, 'w', [], 320), 'no message can be made', 330)
        expect(await store.delivery(again!)).toMatchObject({ setAsideAt: 330, setAsideWords: 'no message can be made' })
        await outOfLine(opened)

        const third = await store.tryAgain(again!, 340)
        await store.ended(await claimOne(store, 'w', [], 340), { tryAgain: 'no time left' }, 350, null)
        expect(await store.delivery(third!)).toMatchObject({ abandonedAt: 350, dueAt: 340 })
        await outOfLine(opened)
      }),
    )

    test(
      'gives up what waits or is under way, but nothing that is settled, and writes a yes that comes all the same',
      using(async (opened) => {
        const { store } = opened
        const claim = await claimed(opened)
        await store.connecting(claim, 310)
        await store.bodyBegun(claim, 320)
        expect(await store.abandon(claim.delivery.id, 330)).toBe(true)
        expect(await store.abandon(claim.delivery.id, 331)).toBe(false)
        expect(await store.bodyEnded(claim, 340)).toBe(false)
        await outOfLine(opened)
        await store.ended(claim, YES, 350, null)
        expect(await store.delivery(claim.delivery.id)).toMatchObject({ abandonedAt: 330, acceptedAt: 350 })
        expect(await store.abandon('nobody’s', 360)).toBe(false)
        const copy = (await store.newest(9)).find((one) => one.letter === 'copy')
        await store.ended((await store.claim('w', [], 360, 1, 'people'))[0]!, YES, 370, null)
        expect(await store.abandon(copy!.id, 380)).toBe(false)
      }),
    )

    test(
      'hears the answer to a last byte that went out before it was given up',
      using(async (opened) => {
        const { store } = opened
        const claim = await claimed(opened)
        await store.connecting(claim, 310)
        await store.bodyEnded(claim, 320)
        await store.abandon(claim.delivery.id, 330)
        await store.ended(claim, { tryAgain: '451 later' }, 340, 400)
        expect(await store.delivery(claim.delivery.id)).toMatchObject({
          abandonedAt: 330,
          attempts: [{ answeredAt: 340 }],
        })
        await outOfLine(opened)
      }),
    )

    test(
      'puts what got nowhere back in line: a new delivery, the same message, once',
      using(async (opened) => {
        const { store } = opened
        const claim = await claimed(opened)
        await store.freeze(claim, bytes, 'hash', 305)
        expect(await store.tryAgain(claim.delivery.id, 306)).toBeNull()
        await store.ended(claim, { refused: '550' }, 310, null)
        const again = await store.tryAgain(claim.delivery.id, 320)
        expect(await store.tryAgain(claim.delivery.id, 321)).toBeNull()
        const { messageId, submissionId } = claim.delivery
        expect(await store.delivery(again!)).toMatchObject({
          ...{ messageId, submissionId, queuedAt: 320, dueAt: 320, attempts: [], refusedAt: null },
          ...{ frozenAt: 305, hash: 'hash' },
        })
        const contents = await store.contents(again!)
        expect([...(contents?.message ?? [])]).toEqual([...bytes])
        expect(contents?.letter.letter).toBe('response')
        const second = await claimOne(store, 'w', [], 320)
        await store.ended(second, YES, 330, null)
        expect(await store.tryAgain(again!, 340)).toBeNull()
        await store.bounced(again!, 'mailbox full', 350)
        expect(await store.tryAgain(again!, 360)).not.toBeNull()
        expect(await store.tryAgain('nobody’s', 370)).toBeNull()
      }),
    )

    test(
      'knows what came back, once, and only what can have gone out',
      using(async (opened) => {
        const { store } = opened
        const claim = await claimed(opened)
        const { id } = claim.delivery
        expect(await store.bounced(id, 'never sent', 301)).toBe(false)
        await store.connecting(claim, 310)
        await store.bodyEnded(claim, 320)
        await store.ended(claim, { unknown: 'dropped' }, 330, 400)
        expect(await store.bounced(id, 'user unknown', 340)).toBe(true)
        expect(await store.bounced(id, 'again', 350)).toBe(false)
        expect(await store.bounced('nobody’s', 'x', 350)).toBe(false)
        expect(await store.delivery(id)).toMatchObject({ bouncedAt: 340, bouncedWords: 'user unknown' })
        await outOfLine(opened)
      }),
    )
  })
