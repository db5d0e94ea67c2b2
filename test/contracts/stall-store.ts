import type { Stall, StallStore } from '../../src/stall/stall.ts'

const stall = (id: string, more: Partial<Stall> = {}): Stall => ({
  id,
  ...{ name: 'Heathway', place: 'Dagenham', day: '2017-09-30', madeAt: 100, closedAt: null },
  ...more,
})
const card = (id: string, number: number) => ({ id, number, cardHash: `card of ${id}` })
const untouched = {
  ...{ pairedAt: null, revokedAt: null, seenAt: null, sides: 'two', unsent: 0, tally: [], aheadMs: 0 },
}

/** What every store of stalls promises of stalls, cards and shifts. `open` gives an empty one. */
export const stallStoreContract = (
  beneath: string,
  open: () => Promise<{ store: StallStore; close: () => Promise<void> }>,
) =>
  describe(`stalls over ${beneath}`, () => {
    const using = (work: (store: StallStore) => Promise<void>) => async () => {
      const { store, close } = await open()
      await store.make(stall('s'), [card('b', 2), card('a', 1)])
      await work(store).finally(close)
    }
    const hashes = (of: string) => ({ shiftHash: `shift of ${of}`, syncHash: `sync of ${of}` })

    test(
      'keeps a stall with its cards in order, the newest day first',
      using(async (store) => {
        await store.make(stall('later', { day: '2017-10-01' }), [])
        await store.addShift('s', card('c', 3))
        expect(await store.stalls()).toEqual([
          { ...stall('later', { day: '2017-10-01' }), shifts: [] },
          {
            ...stall('s'),
            shifts: ['a', 'b', 'c'].map((id, at) => ({ id, stallId: 's', number: at + 1, ...untouched })),
          },
        ])
        expect((await store.stall('s'))?.shifts).toHaveLength(3)
        expect(await store.stall('none')).toBeNull()
      }),
    )

    test(
      'pairs a card with one browser, and with it again until its tablet was heard of: no other takes its place',
      using(async (store) => {
        expect(await store.unpaired('card of a')).toMatchObject({ id: 'a', number: 1, stall: stall('s') })
        expect(await store.pair('a', hashes('one'), 200)).toBe(true)
        expect(await store.unpaired('card of a')).toMatchObject({ id: 'a', pairedAt: 200 })
        expect(await store.pair('a', hashes('two'), 300)).toBe(false)
        expect(await store.shiftBy('sync', 'sync of two')).toBeNull()
        expect(await store.pair('a', hashes('one'), 310)).toBe(true)
        await store.seen('a', { unsent: 0, tally: [], aheadMs: 0 }, 400)
        expect(await store.unpaired('card of a')).toBeNull()
        expect(await store.pair('a', hashes('one'), 500)).toBe(false)
        expect(await store.shiftBy('shift', 'shift of one')).toMatchObject({ id: 'a', pairedAt: 310 })
        expect(await store.unpaired('no card')).toBeNull()
      }),
    )

    test(
      'knows a tablet by its cookie and by what it syncs by, neither for the other, until it is revoked',
      using(async (store) => {
        await store.pair('a', hashes('a'), 200)
        expect(await store.shiftBy('shift', 'shift of a')).toMatchObject({ id: 'a', pairedAt: 200 })
        expect(await store.shiftBy('sync', 'sync of a')).toMatchObject({ id: 'a', stall: stall('s') })
        expect(await store.shiftBy('sync', 'shift of a')).toBeNull()
        await store.revoke('a', 300)
        await store.revoke('a', 400)
        expect(await store.shiftBy('shift', 'shift of a')).toBeNull()
        expect(await store.shiftBy('sync', 'sync of a')).toBeNull()
        expect((await store.stall('s'))?.shifts[0]?.revokedAt).toBe(300)
      }),
    )

    test(
      'a card that was revoked, or whose stall was closed, pairs nothing; a paired one is known after that',
      using(async (store) => {
        await store.pair('b', hashes('b'), 200)
        await store.revoke('a', 300)
        expect(await store.unpaired('card of a')).toBeNull()
        expect(await store.pair('a', hashes('a'), 310)).toBe(false)
        await store.addShift('s', card('c', 3))
        await store.close('s', 400)
        await store.close('s', 500)
        expect(await store.unpaired('card of c')).toBeNull()
        expect((await store.shiftBy('sync', 'sync of b'))?.stall.closedAt).toBe(400)
      }),
    )

    test(
      'remembers what a tablet last said, and how it prints',
      using(async (store) => {
        const tally = [{ from: 3_600_000, started: 4, finished: 3 }]
        await store.seen('a', { unsent: 9, tally: [], aheadMs: 0 }, 200)
        await store.seen('a', { unsent: 2, tally, aheadMs: -86_400_000 }, 300)
        await store.setSides('a', 'one')
        const said = { unsent: 2, tally, aheadMs: -86_400_000, seenAt: 300, sides: 'one' }
        expect((await store.stall('s'))?.shifts[0]).toMatchObject(said)
        expect((await store.stall('s'))?.shifts[1]).toMatchObject(untouched)
      }),
    )

    test(
      'counts by the hour and keeps nothing finer',
      using(async (store) => {
        const hour = 3_600_000
        for (const at of [hour, hour + 5, 2 * hour - 1, 2 * hour]) await store.count('s', 'sent', at)
        expect(await store.happenings('s')).toEqual([
          { what: 'sent', from: hour, count: 3 },
          { what: 'sent', from: 2 * hour, count: 1 },
        ])
        expect(await store.happenings('other')).toEqual([])
      }),
    )
  })
