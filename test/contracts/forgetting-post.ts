import type { ResponseStore } from '../../src/responses/response.ts'
import { claimOne, letter, type PostOpened, sendOne, withPost, YES } from './delivery-samples.ts'

const bytes = new TextEncoder().encode('From: us\r\n\r\nhello')
const ways: [string, (responses: ResponseStore) => Promise<unknown>][] = [
  ['its person', (responses) => responses.forget('one', 500)],
  ['the calendar', (responses) => responses.forgetBefore(400, 500)],
]

/** What every delivery store promises once a response is forgotten. */
export const forgettingPostContract = (beneath: string, open: () => Promise<PostOpened>) =>
  describe.each(ways)(`forgetting by %s over ${beneath}`, (_, forget) => {
    const using = withPost(open)

    test(
      'withdraws what waits: it is never handed out, and nothing is left of what it said',
      using(async ({ store, responses, close }) => {
        const kept = await sendOne({ store, responses, close })
        const [waiting] = (await store.sent('one'))[0]!.deliveries
        await forget(responses)
        expect(await store.claim('w', [], 600, 9, 'body')).toEqual([])
        expect(await store.claim('w', [], 600, 9, 'people')).toEqual([])
        expect(await store.delivery(waiting!.id)).toEqual({ ...waiting, messageId: '', withdrawnAt: 500 })
        expect(await store.contents(waiting!.id)).toBeNull()
        const nameless = { ...kept, responseId: null, reference: null, frozen: null }
        expect(await store.submission(kept.id)).toEqual(nameless)
        expect(await store.sent('one')).toEqual([])
        expect((await store.entries()).map(({ submission }) => submission.reference)).toEqual([null])
        expect(await store.tryAgain(waiting!.id, 700)).toBeNull()
      }),
    )

    test(
      'queues no letter any more about what was forgotten, though it was planned before',
      using(async (opened) => {
        const { id } = await sendOne(opened)
        await forget(opened.responses)
        expect(await opened.store.queue([letter({ submissionId: id, to: 'resident@home.example' })], 600)).toEqual([])
      }),
    )

    test(
      'leaves of what was accepted its times, its kind of carrier and its hash',
      using(async (opened) => {
        const { store } = opened
        await sendOne(opened)
        const claim = await claimOne(store)
        await store.freeze(claim, bytes, 'hash', 305)
        await store.connecting(claim, 310)
        await store.bodyEnded(claim, 320)
        await store.ended(claim, YES, 330, null)
        const before = await store.delivery(claim.delivery.id)
        await forget(opened.responses)
        expect(await store.delivery(claim.delivery.id)).toEqual({
          ...before,
          messageId: '',
          accepted: { by: 'mx', host: '', words: '' },
          attempts: [{ ...before?.attempts[0], words: null }],
        })
      }),
    )

    test(
      'breaks off what is under way before its last byte',
      using(async (opened) => {
        const { store } = opened
        await sendOne(opened)
        const claim = await claimOne(store)
        await store.freeze(claim, bytes, 'hash', 305)
        await store.connecting(claim, 310)
        await store.bodyBegun(claim, 320)
        await forget(opened.responses)
        expect(await store.bodyEnded(claim, 510)).toBe(false)
        expect(await store.freeze(claim, bytes, 'hash', 510)).toBe(false)
        await store.setAside(claim, 'broken off for resident@home.example', 520)
        await store.ended(claim, { tryAgain: 'broken off for resident@home.example' }, 520, 530)
        expect(JSON.stringify(await store.delivery(claim.delivery.id))).not.toContain('resident@')
        expect(await store.claim('w', ['w'], 999, 9, 'body')).toEqual([])
      }),
    )

    test(
      'writes the answer to a last byte that was out already, and nothing of its words',
      using(async (opened) => {
        const { store } = opened
        await sendOne(opened)
        const claim = await claimOne(store)
        await store.connecting(claim, 310)
        await store.bodyEnded(claim, 320)
        await forget(opened.responses)
        await store.ended(claim, YES, 510, null)
        expect(await store.delivery(claim.delivery.id)).toMatchObject({
          ...{ withdrawnAt: 500, acceptedAt: 510, accepted: { by: 'mx', host: '', words: '' } },
          attempts: [{ answeredAt: 510, endedAt: 510, words: null }],
        })
        expect(await store.forgotten()).toEqual(['<REF-one.v1@campaign.example>'])
      }),
    )

    test(
      'names the messages whose copies are to be dropped, those that were tried, until they are',
      using(async (opened) => {
        const { store } = opened
        await sendOne(opened)
        await store.connecting(await claimOne(store), 305)
        expect(await store.forgotten()).toEqual([])
        await forget(opened.responses)
        for (const _ of [1, 2]) expect(await store.forgotten()).toEqual(['<REF-one.v1@campaign.example>'])
        await store.dropped(['<REF-two.v1@campaign.example>'])
        expect(await store.forgotten()).toHaveLength(1)
        await store.dropped(['<REF-one.v1@campaign.example>'])
        expect(await store.forgotten()).toEqual([])
      }),
    )
  })
