import { claimOne, letter, type PostOpened, sendOne, withPost } from './delivery-samples.ts'

const bytes = new TextEncoder().encode('From: us\r\n\r\nhello')

/** What every delivery store promises those who carry letters: lines, claims and fences. */
export const claimingContract = (beneath: string, open: () => Promise<PostOpened>) =>
  describe(`claiming letters over ${beneath}`, () => {
    const using = withPost(open)

    test(
      'queues a letter once for its once, and gives back all that stands in it',
      using(async ({ store }) => {
        const alarm = letter({ once: 'alarm 30', data: { minutes: 30, word: 'Łódź', none: null } })
        const [id] = await store.queue([alarm, letter({ to: 'ben@campaign.example' })], 200)
        expect(await store.queue([alarm], 210)).toEqual([])
        expect(await store.contents(id!)).toEqual({ letter: alarm, submission: null, replaced: null, message: null })
        expect((await store.newest(10)).map(({ queuedAt }) => queuedAt)).toEqual([200, 200])
        expect(await store.newest(1)).toHaveLength(1)
        expect(await store.queue([letter({ submissionId: 'nobody’s' })], 220)).toEqual([])
      }),
    )

    test(
      'hands out what is due, the oldest first, and never what somebody holds',
      using(async (opened) => {
        const { store } = opened
        await sendOne(opened)
        const [first, second] = await store.queue([letter(), letter()], 250)
        expect(await store.claim('w', [], 199, 9, 'body')).toEqual([])
        expect((await store.claim('w', [], 249, 9, 'people')).map(({ delivery }) => delivery.letter)).toEqual(['copy'])
        expect((await store.claim('w', [], 250, 1, 'people')).map(({ delivery }) => delivery.id)).toEqual([first])
        expect((await store.claim('x', [], 250, 9, 'people')).map(({ delivery }) => delivery.id)).toEqual([second])
        expect(await store.claim('w', [], 250, 9, 'people')).toEqual([])
        expect((await store.claim('x', [], 250, 9, 'body')).map(({ delivery }) => delivery.letter)).toEqual([
          'response',
        ])
      }),
    )

    test(
      'hands out what a dead worker holds, at once what one held that left, and then the old claim writes nothing',
      using(async (opened) => {
        const { store } = opened
        await sendOne(opened)
        const old = await claimOne(store, 'old')
        await store.connecting(old, 301)
        expect(await store.claim('new', [], 310, 9, 'body')).toEqual([])
        const fresh = await claimOne(store, 'new', ['old'], 320)
        expect(fresh.fence).toBeGreaterThan(old.fence)
        expect(await store.freeze(old, bytes, 'h', 330)).toBe(false)
        expect(await store.connecting(old, 330)).toBe(false)
        expect(await store.bodyBegun(old, 330)).toBe(false)
        expect(await store.bodyEnded(old, 330)).toBe(false)
        await store.ended(old, { refused: '550 no' }, 330, null)
        await store.setAside(old, 'broken', 330)
        expect(await store.delivery(old.delivery.id)).toMatchObject({
          refusedAt: null,
          setAsideAt: null,
          frozenAt: null,
        })
        expect(await store.connecting(fresh, 340)).toBe(true)
        await store.leave('new')
        const again = await claimOne(store, 'new', [], 345)
        expect(await store.connecting(fresh, 346)).toBe(false)
        await store.setAside(fresh, 'broken', 346)
        expect(await store.bodyBegun(again, 347)).toBe(false)
        expect(await store.connecting(again, 347)).toBe(true)
        await store.leave('new')
        expect((await claimOne(store, 'third', [], 350)).fence).toBeGreaterThan(again.fence)
      }),
    )

    test(
      'puts off by no more than half an hour what a clock that ran ahead put off for longer',
      using(async (opened) => {
        const { store } = opened
        await sendOne(opened)
        const claim = await claimOne(store)
        await store.ended(claim, { tryAgain: 'later' }, 300, 300 + 29 * 60_000)
        expect(await store.claim('w', [], 300, 9, 'body')).toEqual([])
        const again = await claimOne(store, 'w', [], 300 + 29 * 60_000)
        await store.ended(again, { tryAgain: 'later' }, 300, 300 + 60 * 60_000)
        expect(await store.claim('w', [], 300, 9, 'body')).toHaveLength(1)
      }),
    )

    test(
      'keeps what a worker holds while nobody says that it is dead, however far the clocks are apart',
      using(async (opened) => {
        const { store } = opened
        await sendOne(opened)
        await claimOne(store, 'slow')
        await store.beat('fast', 300 + 25 * 60 * 60_000)
        expect(await store.claim('fast', [], 300 + 25 * 60 * 60_000, 9, 'body')).toEqual([])
        expect((await store.workers()).map(({ worker }) => worker)).toEqual(['fast', 'slow'])
      }),
    )

    test(
      'drops a worker that was found dead, once what it held is free, and lets it come back',
      using(async (opened) => {
        const { store } = opened
        await sendOne(opened)
        await claimOne(store, 'old')
        await claimOne(store, 'new', ['old'], 320)
        expect((await store.workers()).map(({ worker }) => worker)).toEqual(['new'])
        await store.beat('old', 330)
        expect((await store.workers()).map(({ worker }) => worker)).toEqual(['new', 'old'])
      }),
    )

    test(
      'remembers signs of life, and forgets a worker that left',
      using(async ({ store }) => {
        await store.beat('a', 100)
        await store.beat('a', 200)
        await store.beat('b', 150)
        expect(await store.workers()).toEqual([
          { worker: 'a', beats: 2, beatAt: 200 },
          { worker: 'b', beats: 1, beatAt: 150 },
        ])
        await store.leave('a')
        expect((await store.workers()).map(({ worker }) => worker)).toEqual(['b'])
      }),
    )
  })
