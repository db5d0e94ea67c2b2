import type { CountStore } from '../../src/responses/countStore.ts'

/** What every store of counts promises. `open` gives an empty one. */
export const countStoreContract = (
  beneath: string,
  open: () => Promise<{ store: CountStore; close: () => Promise<void> }>,
) =>
  describe(`counts over ${beneath}`, () => {
    const using = (work: (store: CountStore) => Promise<void>) => async () => {
      const { store, close } = await open()
      await work(store).finally(close)
    }

    test(
      'counts each name within a window of its own, which begins anew when it has ended',
      using(async (store) => {
        expect(await store.add('a', 100, 1000)).toEqual({ count: 1, endsAt: 1100 })
        expect(await store.add('a', 100, 1050)).toEqual({ count: 2, endsAt: 1100 })
        expect(await store.add('b', 100, 1060)).toEqual({ count: 1, endsAt: 1160 })
        expect(await store.add('a', 100, 1099)).toEqual({ count: 3, endsAt: 1100 })
        expect(await store.add('a', 100, 1100)).toEqual({ count: 1, endsAt: 1200 })
        expect(await store.add('b', 100, 1101)).toEqual({ count: 2, endsAt: 1160 })
      }),
    )

    test(
      'keeps nobody waiting for longer than a window, though a clock once ran ahead',
      using(async (store) => {
        await store.add('a', 100, 9_000_000)
        expect(await store.add('a', 100, 1000)).toEqual({ count: 2, endsAt: 1100 })
      }),
    )

    test(
      'takes one back, never below nothing, and resets',
      using(async (store) => {
        await store.add('a', 100, 1000)
        await store.add('a', 100, 1001)
        await store.takeBack('a')
        expect((await store.add('a', 100, 1002)).count).toBe(2)
        for (let n = 0; n < 5; n += 1) await store.takeBack('a')
        expect((await store.add('a', 100, 1003)).count).toBe(1)
        await store.reset('a')
        await store.takeBack('nobody')
        expect(await store.add('a', 100, 1050)).toEqual({ count: 1, endsAt: 1150 })
      }),
    )

    test(
      'loses none of those that come at once',
      using(async (store) => {
        const counted = await Promise.all(Array.from({ length: 50 }, () => store.add('a', 100, 1000)))
        expect(Math.max(...counted.map(({ count }) => count))).toBe(50)
      }),
    )
  })
