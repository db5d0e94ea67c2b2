import { begin, type PostOpened, plan, press, sendOne, withPost } from './delivery-samples.ts'

/** What every delivery store promises of a press of Send. `open` gives empty stores over one database. */
export const pressingContract = (beneath: string, open: () => Promise<PostOpened>) =>
  describe(`pressing Send over ${beneath}`, () => {
    const using = withPost(open)

    test(
      'keeps a frozen copy with its times, and queues its letters at that moment',
      using(async (opened) => {
        const kept = await sendOne(opened)
        expect(kept).toEqual({
          id: kept.id,
          version: 1,
          reference: 'REF-one',
          responseId: 'one',
          onDeviceAt: 180,
          firstByteAt: 195,
          committedAt: 200,
          fingerprint: 'pack print',
          frozen: {
            answers: { name: 'Ann Own', why: 'I walk there.' },
            name: 'Ann Own',
            address: 'resident@home.example',
            consent: { at: 190, wording: 'Send it.' },
            vouched: null,
          },
        })
        expect(await opened.store.submission(kept.id)).toEqual(kept)
        const [sent] = await opened.store.sent('one')
        expect(sent?.submission).toEqual(kept)
        expect(sent?.deliveries.map((one) => [one.letter, one.queuedAt, one.dueAt, one.submissionId])).toEqual([
          ['response', 200, 200, kept.id],
          ['copy', 200, 200, kept.id],
        ])
        expect(sent?.deliveries[0]?.messageId).toBe('<REF-one.v1@campaign.example>')
      }),
    )

    test(
      'is one version, however often one press comes, at once or later',
      using(async ({ store, responses }) => {
        await begin(responses)
        const pressed = await Promise.all(
          Array.from({ length: 100 }, () => store.press(press('first'), plan, () => 200)),
        )
        const [kept] = pressed.flatMap((one) => ('kept' in one ? [one.kept] : []))
        expect(pressed.filter((one) => 'kept' in one)).toHaveLength(1)
        expect(pressed.filter((one) => 'again' in one && one.again.id === kept?.id)).toHaveLength(99)
        const unseen = press('first', { seen: async () => false })
        expect(await store.press(unseen, plan, () => 300)).toEqual({ again: kept })
        expect(await store.sent('one')).toHaveLength(1)
        expect(await store.newest(10)).toHaveLength(2)
      }),
    )

    test(
      'is the same version when another page sends the very same answers',
      using(async (opened) => {
        const kept = await sendOne(opened)
        expect(await opened.store.press(press('other tab'), plan, () => 300)).toEqual({ again: kept })
      }),
    )

    test(
      'shows both and keeps nothing when a press comes back with other answers',
      using(async (opened) => {
        const kept = await sendOne(opened)
        await opened.responses.save('one', { why: 'I drive.' }, '', 250)
        const answers = { name: 'Ann Own', why: 'I drive.' }
        expect(await opened.store.press(press('first'), plan, () => 300)).toEqual({ changed: { sent: kept, answers } })
        expect(await opened.store.sent('one')).toHaveLength(1)
      }),
    )

    test(
      'keeps nothing when the page stood for other answers, and says what was sent, if anything was',
      using(async (opened) => {
        await begin(opened.responses)
        const answers = { name: 'Ann Own', why: 'I walk there.' }
        const asked: object[] = []
        const stale = press('stale', { seen: async (now) => asked.push(now) === 0 })
        expect(await opened.store.press(stale, plan, () => 200)).toEqual({ changed: { sent: null, answers } })
        expect(asked).toEqual([answers])
        const kept = await opened.store.press(press('first'), plan, () => 200)
        const sent = 'kept' in kept ? kept.kept : null
        expect(await opened.store.press(stale, plan, () => 300)).toEqual({ changed: { sent, answers } })
      }),
    )

    test(
      'makes a next version of changed answers; each stays as it was, the newest first',
      using(async (opened) => {
        const first = await sendOne(opened)
        await opened.responses.save('one', { why: 'I drive.' }, '', 250)
        expect(await opened.store.press(press('second'), plan, () => 300)).toMatchObject({
          kept: { version: 2, committedAt: 300, frozen: { answers: { why: 'I drive.' } } },
        })
        const [newest, oldest] = await opened.store.sent('one')
        expect(oldest?.submission).toEqual(first)
        const response = newest?.deliveries[0]
        expect(response?.messageId).toBe('<REF-one.v2@campaign.example>')
      }),
    )

    test(
      'never takes one response’s press for another’s',
      using(async (opened) => {
        await sendOne(opened)
        await begin(opened.responses, 'two')
        const pressed = await opened.store.press(press('first', { responseId: 'two' }), plan, () => 300)
        expect(pressed).toMatchObject({ kept: { responseId: 'two', version: 1, reference: 'REF-two' } })
      }),
    )

    test(
      'says that a response is gone, and leaves nothing of a press that fails',
      using(async ({ store, responses }) => {
        expect(await store.press(press('first'), plan, () => 200)).toEqual({ gone: true })
        await begin(responses)
        const failing = () => {
          throw new Error('no plan')
        }
        await expect(store.press(press('first'), failing, () => 200)).rejects.toThrow('no plan')
        expect(await store.sent('one')).toEqual([])
        expect(await store.press(press('first'), plan, () => 200)).toMatchObject({ kept: { version: 1 } })
      }),
    )
  })
