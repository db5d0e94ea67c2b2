import type { OrganiserStore } from '../../src/organisers/organisers.ts'

/** What every store of organisers' tokens and keys promises. `open` gives an empty one. */
export const organiserStoreContract = (
  beneath: string,
  open: () => Promise<{ store: OrganiserStore; close: () => Promise<void> }>,
) =>
  describe(`organisers' keys over ${beneath}`, () => {
    const using = (work: (store: OrganiserStore) => Promise<void>) => async () => {
      const { store, close } = await open()
      await work(store).finally(close)
    }

    test(
      'takes a token once, also from two who come at once, and never one that is too old',
      using(async (store) => {
        await store.addToken('t', 100)
        expect(await store.useToken('other', 0)).toBe(false)
        const used = await Promise.all([store.useToken('t', 100), store.useToken('t', 100)])
        expect(used.sort()).toEqual([false, true])
        await store.addToken('old', 100)
        expect(await store.useToken('old', 101)).toBe(false)
        expect(await store.hasKey('t', 0)).toBe(false)
      }),
    )

    test(
      'knows a key since it was added, until it is dropped',
      using(async (store) => {
        await store.addKey('k', 100)
        expect(await store.hasKey('k', 100)).toBe(true)
        expect(await store.hasKey('k', 101)).toBe(false)
        expect(await store.hasKey('other', 0)).toBe(false)
        await store.dropKey('k')
        await store.dropKey('k')
        expect(await store.hasKey('k', 0)).toBe(false)
      }),
    )

    test(
      'forgets what is older, and nothing else',
      using(async (store) => {
        for (const at of [100, 200]) {
          await store.addToken(`t${at}`, at)
          await store.addKey(`k${at}`, at)
        }
        await store.forgetBefore(200)
        expect([await store.useToken('t100', 0), await store.useToken('t200', 0)]).toEqual([false, true])
        expect([await store.hasKey('k100', 0), await store.hasKey('k200', 0)]).toEqual([false, true])
      }),
    )
  })
