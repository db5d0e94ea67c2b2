import type { Claim } from '../../src/delivery/deliveryStore.ts'
import { begin, letter, type PostOpened, withPost, YES } from './delivery-samples.ts'

const MINUTE = 60_000
const code = letter({ letter: 'code', to: 'ann@home.example', data: { code: '123456' } })
const link = letter({ letter: 'organiser-link', data: { link: 'https://respond.example/organiser/in/x' } })
const bytes = new TextEncoder().encode('123456')

/** What every delivery store promises of letters whose words open something, and of letters about nobody's version. */
export const secretsContract = (beneath: string, open: () => Promise<PostOpened>) =>
  describe(`codes and links over ${beneath}`, () => {
    const using = withPost(open)

    const made = async ({ store }: PostOpened, now: number): Promise<Claim> => {
      const [claim] = await store.claim('w', [], now, 1, 'people')
      await store.freeze(claim!, bytes, 'hash', now)
      await store.connecting(claim!, now)
      return claim!
    }

    test.each([code, link])('are wiped as soon as a mail server has them: $letter', (secret) =>
      using(async (opened) => {
        const [id] = await opened.store.queue([secret], 100)
        await opened.store.ended(await made(opened, 100), YES, 110, null)
        expect(await opened.store.contents(id!)).toBeNull()
        expect(await opened.store.delivery(id!)).toMatchObject({ acceptedAt: 110, accepted: { by: 'mx' } })
      })(),
    )

    test(
      'in a folder can be read for their quarter of an hour, and their copies go with them',
      using(async (opened) => {
        const { store } = opened
        const [id] = await store.queue([code], 100)
        const claim = await made(opened, 100)
        await store.ended(claim, { accepted: { by: 'folder', host: 'post', words: 'written' } }, 110, null)
        await store.claim('w', [], 99 + 15 * MINUTE, 9, 'people')
        expect((await store.contents(id!))?.letter.data).toEqual({ code: '123456' })
        expect(await store.forgotten()).toEqual([])
        await store.claim('w', [], 100 + 15 * MINUTE, 9, 'people')
        expect(await store.contents(id!)).toBeNull()
        expect(await store.forgotten()).toEqual([claim.delivery.messageId])
      }),
    )

    test(
      'that never left are withdrawn after a quarter of an hour, whoever does the next thing',
      using(async ({ store }) => {
        const [id] = await store.queue([code], 100)
        await store.queue([letter()], 100 + 15 * MINUTE)
        expect(await store.delivery(id!)).toMatchObject({ withdrawnAt: 100 + 15 * MINUTE })
        const claims = await store.claim('w', [], 100 + 15 * MINUTE, 9, 'people')
        expect(claims.map(({ delivery }) => delivery.letter)).toEqual(['alarm'])
      }),
    )

    test(
      'on their way to a person who deletes everything go too with their copies, and nobody else’s do, in the same mailbox either',
      using(async (opened) => {
        const { store, responses } = opened
        await begin(responses)
        const asked = (responseId: string, to: string) => ({ ...code, to, data: { ...code.data, responseId } })
        const ids = await store.queue(
          [asked('one', 'ann@home.example'), asked('one', 'ann@work.example'), asked('two', 'ann@home.example')],
          100,
        )
        const tried = await made(opened, 100)
        await responses.forget('one', 200)
        const left = await Promise.all(ids.map(async (id) => (await store.contents(id))?.letter.data.responseId))
        expect(left).toEqual([undefined, undefined, 'two'])
        expect(await store.forgotten()).toEqual([tried.delivery.messageId])
        expect(await store.claim('w', [], 200, 9, 'people')).toHaveLength(1)
      }),
    )

    test(
      'and whatever else is about nobody’s version is deleted when it is older than what is kept',
      using(async (opened) => {
        const { store, responses } = opened
        const [old] = await store.queue([letter()], 100)
        const claim = await made(opened, 100)
        const [young] = await store.queue([letter()], 400)
        await responses.forgetBefore(400, 500)
        expect(await store.delivery(old!)).toBeNull()
        expect(await store.delivery(young!)).not.toBeNull()
        expect(await store.forgotten()).toEqual([claim.delivery.messageId])
        await store.ended(claim, YES, 510, null)
      }),
    )
  })
