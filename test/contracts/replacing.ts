import type { Submission } from '../../src/delivery/submission.ts'
import { begin, claimOne, type PostOpened, plan, press, sendOne, withPost, YES } from './delivery-samples.ts'

const HOUR = 60 * 60_000

/** What every delivery store promises of a version that takes an earlier one's place. `open` gives empty stores over one database. */
export const replacingContract = (beneath: string, open: () => Promise<PostOpened>) =>
  describe(`replacing a version over ${beneath}`, () => {
    const using = withPost(open)
    const change = async ({ store, responses }: PostOpened, at: number, more: { plan?: typeof plan } = {}) => {
      await responses.save('one', { why: `Said at ${at}.` }, '', at)
      const pressed = await store.press(press(`at ${at}`), more.plan ?? plan, () => at)
      return 'kept' in pressed ? pressed.kept : pressed
    }
    /** The letters to the body, the newest version first: whether withdrawn, and which version it says that it replaces. */
    const standing = async ({ store }: PostOpened) =>
      Promise.all(
        (await store.sent('one')).map(async ({ deliveries }) => {
          const response = deliveries.find(({ letter }) => letter === 'response')
          const contents = response && (await store.contents(response.id))
          return [response?.withdrawnAt ?? null, contents?.replaced?.version ?? null]
        }),
      )

    test(
      'withdraws what has not begun to go out, and says nothing of it to the body',
      using(async (opened) => {
        await sendOne(opened)
        await change(opened, 300)
        expect(await standing(opened)).toEqual([
          [null, null],
          [300, null],
        ])
        const claims = await opened.store.claim('w', [], 300, 9, 'body')
        expect(claims).toHaveLength(1)
      }),
    )

    test(
      'leaves what a byte has gone out of, and names it as replaced, whatever was withdrawn between',
      using(async (opened) => {
        const { store } = opened
        await sendOne(opened)
        const claim = await claimOne(store)
        await store.freeze(claim, new Uint8Array(9), 'hash', 301)
        await store.connecting(claim, 302)
        await store.bodyBegun(claim, 303)
        await change(opened, 310)
        expect(await store.bodyEnded(claim, 311)).toBe(true)
        await store.ended(claim, YES, 312, null)
        await change(opened, 320)
        expect(await standing(opened)).toEqual([
          [null, 1],
          [320, 1],
          [null, null],
        ])
      }),
    )

    test(
      'breaks off a try before its first byte, which then never goes out',
      using(async (opened) => {
        const { store } = opened
        await sendOne(opened)
        const claim = await claimOne(store)
        await store.freeze(claim, new Uint8Array(9), 'hash', 301)
        await store.connecting(claim, 302)
        await change(opened, 310)
        expect(await store.bodyBegun(claim, 311)).toBe(false)
        expect((await store.contents(claim.delivery.id))?.message).toBeNull()
      }),
    )

    test(
      'withdraws nothing for one that does not go to the body',
      using(async (opened) => {
        await sendOne(opened)
        await change(opened, 300, { plan: (kept: Submission) => plan(kept).slice(1) })
        expect(await standing(opened)).toEqual([
          [null, null],
          [null, null],
        ])
      }),
    )

    test(
      'takes five in an hour, keeps nothing of a sixth, and takes it when the hour is over',
      using(async (opened) => {
        await begin(opened.responses)
        for (let version = 1; version <= 5; version += 1) {
          expect(await change(opened, 1000 * version)).toMatchObject({ version })
        }
        expect(await change(opened, 6000)).toEqual({ wait: 60 })
        expect(await opened.store.sent('one')).toHaveLength(5)
        expect(await change(opened, 1000 + HOUR - 1)).toEqual({ wait: 1 })
        expect(await change(opened, 1000 + HOUR)).toMatchObject({ version: 6 })
      }),
    )
  })
