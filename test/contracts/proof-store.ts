import type { ProofStore } from '../../src/delivery/proof.ts'
import type { ResponseStore } from '../../src/responses/response.ts'
import { begin } from './delivery-samples.ts'

type Opened = { proofs: ProofStore; responses: ResponseStore; close: () => Promise<void> }

const ONE = { responseId: 'one', browser: 'phone' }

const asked = (more: Partial<Parameters<ProofStore['ask']>[0]> = {}) => ({
  ...ONE,
  address: 'ann@home.example',
  codeHash: 'right',
  asker: 'library',
  addressHash: 'hash of ann',
  ...more,
})

const rules = { since: 1000, tries: 3 }

const DAY = 24 * 60 * 60_000

/** What every store of proofs promises. `open` gives an empty one, over one database with responses. */
export const proofStoreContract = (beneath: string, open: () => Promise<Opened>) =>
  describe(`proofs over ${beneath}`, () => {
    const using = (work: (opened: Opened) => Promise<void>) => async () => {
      const opened = await open()
      await work(opened).finally(opened.close)
    }

    test(
      'takes a code once and says so from then on',
      using(async ({ proofs }) => {
        expect(await proofs.proofOf(ONE)).toBeNull()
        expect(await proofs.enter(ONE, 'right', rules, 1010)).toBe('none')
        await proofs.ask(asked(), 1000)
        const proof = { responseId: 'one', address: 'ann@home.example', askedAt: 1000, wrongTries: 0, provedAt: null }
        expect(await proofs.proofOf(ONE)).toEqual(proof)
        expect(await proofs.enter(ONE, 'wrong', rules, 1010)).toBe('wrong')
        expect(await proofs.enter(ONE, 'right', rules, 1020)).toBe('right')
        expect(await proofs.enter(ONE, 'right', rules, 1030)).toBe('over')
        expect(await proofs.proofOf(ONE)).toEqual({ ...proof, wrongTries: 1, provedAt: 1020 })
      }),
    )

    test(
      'takes none after so many wrong ones, though they come at once, and none that is too old',
      using(async ({ proofs }) => {
        await proofs.ask(asked(), 1000)
        const tries = await Promise.all(Array.from({ length: 6 }, () => proofs.enter(ONE, 'wrong', rules, 1010)))
        expect(tries.filter((each) => each === 'wrong')).toHaveLength(3)
        expect(await proofs.enter(ONE, 'right', rules, 1020)).toBe('over')
        await proofs.ask(asked(), 1100)
        expect(await proofs.enter(ONE, 'right', { since: 1101, tries: 3 }, 1200)).toBe('over')
        expect(await proofs.enter(ONE, 'right', { since: 1100, tries: 3 }, 1200)).toBe('right')
      }),
    )

    test(
      'counts the newest code only, and never one response’s for another',
      using(async ({ proofs }) => {
        await proofs.ask(asked(), 1000)
        await proofs.ask(asked({ codeHash: 'newer', address: 'ben@home.example' }), 1010)
        await proofs.ask(asked({ responseId: 'two', codeHash: 'other' }), 1020)
        expect(await proofs.enter(ONE, 'right', rules, 1030)).toBe('wrong')
        expect(await proofs.enter(ONE, 'other', rules, 1030)).toBe('wrong')
        expect(await proofs.enter(ONE, 'newer', rules, 1030)).toBe('right')
        expect((await proofs.proofOf(ONE))?.address).toBe('ben@home.example')
      }),
    )

    test(
      'counts for the browser that typed it alone, and leaves other browsers’ codes as they are',
      using(async ({ proofs }) => {
        const tablet = { ...ONE, browser: 'tablet' }
        await proofs.ask({ ...asked({ codeHash: 'tablet’s' }), ...tablet }, 1000)
        await proofs.ask(asked(), 1010)
        expect(await proofs.enter(tablet, 'right', rules, 1020)).toBe('wrong')
        expect(await proofs.enter(ONE, 'right', rules, 1020)).toBe('right')
        expect((await proofs.proofOf(ONE))?.provedAt).toBe(1020)
        expect((await proofs.proofOf(tablet))?.provedAt).toBeNull()
        expect(await proofs.proofOf({ ...ONE, browser: 'another' })).toBeNull()
        expect(await proofs.enter(tablet, 'tablet’s', rules, 1030)).toBe('right')
        expect((await proofs.proofOf(ONE))?.provedAt).toBe(1020)
      }),
    )

    test(
      'counts who asked, apart for those who gave a proof, and for whom',
      using(async ({ proofs }) => {
        await proofs.ask(asked(), 1000)
        await proofs.ask(asked(), 1010)
        await proofs.ask(asked({ responseId: 'two', addressHash: 'ben' }), 1020)
        await proofs.ask(asked({ responseId: 'three', asker: 'home' }), 1030)
        expect(await proofs.askedSince('library', 'hash of ann', 0)).toEqual({
          unproved: 3,
          proved: 0,
          forAddress: 3,
          forBoth: 2,
        })
        expect(await proofs.askedSince('library', 'hash of ann', 1010)).toEqual({
          unproved: 2,
          proved: 0,
          forAddress: 2,
          forBoth: 1,
        })
        await proofs.enter(ONE, 'right', rules, 1040)
        expect(await proofs.askedSince('library', 'ben', 0)).toEqual({
          unproved: 1,
          proved: 2,
          forAddress: 1,
          forBoth: 1,
        })
        expect(await proofs.askedSince('nobody', 'nobody', 0)).toEqual({
          unproved: 0,
          proved: 0,
          forAddress: 0,
          forBoth: 0,
        })
      }),
    )

    test(
      'goes with its response, but deleting does not open the door to asking for ever',
      using(async ({ proofs, responses }) => {
        await begin(responses)
        await proofs.ask(asked(), 1000)
        await responses.forget('one', 1010)
        expect(await proofs.proofOf(ONE)).toBeNull()
        expect(await proofs.enter(ONE, 'right', rules, 1020)).toBe('none')
        expect(await proofs.askedSince('library', 'hash of ann', 0)).toMatchObject({ unproved: 1, forAddress: 1 })
        await proofs.ask(asked({ responseId: 'two' }), 1020)
        await proofs.forgetAskers(1000 + DAY)
        expect(await proofs.askedSince('library', 'hash of ann', 0)).toMatchObject({ unproved: 2, forAddress: 2 })
        await proofs.forgetAskers(1021 + DAY)
        expect(await proofs.askedSince('library', 'hash of ann', 0)).toMatchObject({ unproved: 1, forAddress: 1 })
      }),
    )
  })
