import { begin, letter, type PostOpened, plan, press, sendOne, withPost } from './delivery-samples.ts'

/** What every delivery store tells the ledger. */
export const ledgerContract = (beneath: string, open: () => Promise<PostOpened>) =>
  describe(`the ledger over ${beneath}`, () => {
    const using = withPost(open)

    test(
      'shows the ledger every letter to the body with its version’s times, and nothing of what it says',
      using(async (opened) => {
        const kept = await sendOne(opened)
        await opened.store.queue([letter()], 210)
        const entries = await opened.store.entries()
        expect(entries.map(({ delivery }) => delivery.letter)).toEqual(['response'])
        const { frozen: _, ...times } = kept
        expect(entries[0]?.submission).toEqual(times)
        expect(JSON.stringify(entries)).not.toMatch(/Ann Own|I walk|resident@/)
      }),
    )

    test(
      'shows them all, however many there are, in the order of queueing',
      using(async (opened) => {
        const { id } = await sendOne(opened)
        const again = Array.from({ length: 600 }, () => letter({ letter: 'response', submissionId: id }))
        const ids = await opened.store.queue(again, 300)
        const entries = await opened.store.entries()
        expect(entries.slice(1).map(({ delivery }) => delivery.id)).toEqual(ids)
        expect(new Set(entries.map(({ submission }) => submission.id))).toEqual(new Set([id]))
      }),
    )

    test(
      'says what is still in line for people, kind by kind, and since when',
      using(async ({ store }) => {
        const [first] = await store.queue([letter({ letter: 'code' }), letter({ letter: 'code' })], 300)
        await store.queue([letter({ letter: 'code' }), letter(), letter({ letter: 'response' })], 400)
        await store.abandon(first!, 450)
        expect((await store.waiting()).toSorted((one, other) => other.letter.localeCompare(one.letter))).toEqual([
          { letter: 'code', count: 2, oldestAt: 300 },
          { letter: 'alarm', count: 1, oldestAt: 400 },
        ])
      }),
    )

    test(
      'says when a letter that is written once was queued',
      using(async ({ store }) => {
        const many = Array.from({ length: 1200 }, (_, at) => `never ${at}`)
        await store.queue([letter({ once: 'told' })], 300)
        await store.queue([letter({ once: 'told' })], 400)
        expect(await store.queuedAt([...many, 'told'])).toEqual(new Map([['told', 300]]))
        expect(await store.queuedAt([])).toEqual(new Map())
      }),
    )

    test(
      'counts what was begun, saved and handed in by people themselves',
      using(async ({ store, responses }) => {
        await begin(responses)
        await begin(responses, 'two')
        const consent = { at: 90, wording: 'w' }
        await responses.begin({ id: 'new', reference: null, consent, answers: {}, begunAt: 100, savedAt: null }, [])
        expect(await store.ownWayOf('one')).toBeNull()
        expect(await store.hasSent('one')).toBe(false)
        await store.sayOwnWay('one', 'post', 200)
        await store.sayOwnWay('one', 'hand', 210)
        await store.sayOwnWay('nobody', 'hand', 210)
        expect(await store.ownWayOf('one')).toEqual({ way: 'hand', at: 210 })
        expect(await store.hasSent('one')).toBe(true)
        const ownWays = { 'own-mailbox': 0, post: 0, hand: 1 }
        expect(await store.tally()).toEqual({ begun: 3, saved: 2, ownWays })
        await store.sayOwnWay('one', null, 220)
        expect(await store.ownWayOf('one')).toBeNull()
        expect((await store.tally()).ownWays.hand).toBe(0)
      }),
    )

    test(
      'finds nothing of what never was',
      using(async ({ store }) => {
        expect(await store.submission('x')).toBeNull()
        expect(await store.delivery('x')).toBeNull()
        expect(await store.contents('x')).toBeNull()
        expect(await store.sent('x')).toEqual([])
        expect(
          await store.press(
            press('k', { responseId: 'x' }),
            () => [],
            () => 1,
          ),
        ).toEqual({ gone: true })
      }),
    )

    test(
      'keeps what has no letter to the body, and says so to the ledger',
      using(async ({ store, responses }) => {
        await begin(responses)
        const late = await store.press(
          press('late'),
          ({ id }) => [letter({ submissionId: id })],
          () => 900,
        )
        const { frozen: _, ...times } = 'kept' in late ? late.kept : { frozen: null }
        expect(await store.entries()).toEqual([])
        expect(await store.keptUnsent()).toEqual([times])
        expect(await store.press(press('again'), plan, () => 910)).toMatchObject({ again: { version: 1 } })
        await responses.save('one', { why: 'other' }, '', 920)
        await store.press(press('next'), plan, () => 930)
        expect((await store.entries()).map(({ submission }) => submission.version)).toEqual([2])
        expect(await store.keptUnsent()).toEqual([times])
      }),
    )
  })
