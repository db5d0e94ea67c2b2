import { ReferenceTaken, type ResponseStore } from '../../src/responses/response.ts'
import type { Bringing, StallStore } from '../../src/stall/stall.ts'

const bringing = (id: string, reference: string, more: Partial<Bringing> = {}): Bringing => ({
  response: {
    ...{ id, reference, answers: { q1: 'no', why: 'A walk.' }, begunAt: 100, savedAt: 200 },
    consent: { at: 90, wording: 'I agree.' },
  },
  keys: [{ kind: 'link', hash: `link of ${id}` }],
  taken: {
    id,
    shiftId: 'a',
    digest: `digest of ${id}`,
    assisted: true,
    misfit: false,
    older: false,
    finishedAt: 200,
    onDeviceAt: 150,
    firstByteAt: 250,
    at: 300,
  },
  waits: { link: `token of ${id}` },
  vouch: null,
  ...more,
})

type Opened = { store: StallStore; responses: ResponseStore; close: () => Promise<void> }

/** What every store of stalls promises of what tablets bring and of the tray. `open` gives an empty one. */
export const takingContract = (beneath: string, open: () => Promise<Opened>) =>
  describe(`what tablets bring, over ${beneath}`, () => {
    const using = (work: (opened: Opened) => Promise<void>) => async () => {
      const opened = await open()
      const stall = { id: 's', name: 'Heathway', place: 'Dagenham', day: '2017-09-30', madeAt: 1, closedAt: null }
      await opened.store.make(stall, [{ id: 'a', number: 7, cardHash: 'c' }])
      await work(opened).finally(opened.close)
    }
    const openBy = ({ responses }: Opened, id: string) => responses.open({ kind: 'link', hash: `link of ${id}` })
    const waiting = (id: string, reference: string) => ({
      ...{ responseId: id, reference, shiftNumber: 7, addedAt: 300, printedAt: null, link: `token of ${id}` },
      misfit: false,
    })

    test(
      'is kept once, whole, with its origin and its place in the tray',
      using(async (opened) => {
        const { store } = opened
        const one = bringing('one', 'AAAA1111')
        const twice = await Promise.all([store.take(one), store.take(one)])
        expect(twice.sort()).toEqual([false, true])
        expect(await openBy(opened, 'one')).toEqual(one.response)
        expect(await store.taken('one')).toEqual(one.taken)
        expect(await store.taken('two')).toBeNull()
        expect(await store.referenceOf('one')).toBe('AAAA1111')
        const from = { stallId: 's', shiftNumber: 7, stallName: 'Heathway', assisted: true }
        expect(await store.provenanceOf('one')).toEqual(from)
        expect(await store.tray('s')).toEqual([waiting('one', 'AAAA1111')])
      }),
    )

    test(
      'leaves nothing where its reference is another’s, and is taken with a new one',
      using(async (opened) => {
        await opened.store.take(bringing('one', 'AAAA1111'))
        await expect(opened.store.take(bringing('two', 'AAAA1111'))).rejects.toThrow(ReferenceTaken)
        expect(await openBy(opened, 'two')).toBeNull()
        expect(await opened.store.taken('two')).toBeNull()
        expect(await opened.store.take(bringing('two', 'CCCC1111'))).toBe(true)
      }),
    )

    test(
      'is known after its response was deleted, which leaves nothing else; kept as long as any other row',
      using(async (opened) => {
        const { store, responses } = opened
        await store.take(bringing('one', 'AAAA1111'))
        await responses.forget('one', 400)
        expect(await store.take(bringing('one', 'AAAA1111'))).toBe(false)
        expect([await store.tray('s'), await store.referenceOf('one')]).toEqual([[], null])
        await responses.forgetBefore(300, 500)
        expect(await store.taken('one')).not.toBeNull()
        await responses.forgetBefore(301, 500)
        expect(await store.taken('one')).toBeNull()
      }),
    )

    test(
      'is ticked off once when it is printed, and the tray is emptied when its stall closes',
      using(async (opened) => {
        const { store } = opened
        for (const [id, reference] of [['one', 'AAAA1111'] as const, ['two', 'CCCC1111'] as const])
          await store.take(bringing(id, reference))
        await store.printed('s', ['one', 'elsewhere'], 400)
        await store.printed('s', ['one', 'two'], 500)
        expect((await store.tray('s')).map(({ printedAt }) => printedAt)).toEqual([400, 500])
        expect(await store.happenings('s')).toEqual([{ what: 'printed', from: 0, count: 2 }])
        await store.close('s', 600)
        expect(await store.tray('s')).toEqual([])
        expect(await openBy(opened, 'one')).not.toBeNull()
      }),
    )

    test(
      'waits where it is put, once, unless it is gone',
      using(async ({ store }) => {
        await store.take(bringing('one', 'AAAA1111', { waits: null }))
        expect(await store.tray('s')).toEqual([])
        await store.wait('a', { responseId: 'one', addedAt: 300, link: 'token of one' })
        await store.wait('a', { responseId: 'one', addedAt: 900, link: null })
        await store.wait('a', { responseId: 'gone', addedAt: 900, link: null })
        expect(await store.tray('s')).toEqual([waiting('one', 'AAAA1111')])
      }),
    )

    test(
      'is told of by its reference and times, at its stall or at none that is known; a misfit until its person saves',
      using(async ({ store, responses }) => {
        const misfit = (id: string, reference: string, shiftId: string | null) => {
          const { taken, ...rest } = bringing(id, reference)
          return store.take({ ...rest, taken: { ...taken, shiftId, misfit: true } })
        }
        await misfit('one', 'AAAA1111', 'a')
        await misfit('two', 'CCCC1111', null)
        await store.take(bringing('three', 'DDDD1111'))
        const times = { finishedAt: 200, onDeviceAt: 150, firstByteAt: 250, at: 300 }
        const one = { ...times, id: 'one', reference: 'AAAA1111', shiftNumber: 7, older: false, misfit: true }
        const three = { ...one, id: 'three', reference: 'DDDD1111', misfit: false }
        expect(await store.brought('s')).toEqual([one, three])
        expect(await store.brought(null)).toEqual([{ ...one, id: 'two', reference: 'CCCC1111', shiftNumber: null }])
        expect((await store.tray('s')).map((each) => each.misfit)).toEqual([true, false])
        await responses.save('one', { why: 'Another.' }, 'EEEE1111', 301)
        expect(await store.brought('s')).toEqual([{ ...one, misfit: false }, three])
        expect((await store.tray('s')).map((each) => each.misfit)).toEqual([false, false])
      }),
    )
  })
