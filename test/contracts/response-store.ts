import { type KeyHash, ReferenceTaken, type Response, type ResponseStore } from '../../src/responses/response.ts'

type Opened = { store: ResponseStore; close: () => Promise<void> }

const visit = (hash: string): KeyHash => ({ kind: 'visit', hash })

const response = (id: string, more: Partial<Response> = {}): Response => ({
  id,
  reference: null,
  consent: { at: 90, wording: 'I agree that my answers are kept.' },
  answers: {},
  begunAt: 100,
  savedAt: null,
  ...more,
})

/** What every store of responses promises, whatever lies beneath. `open` gives an empty store. */
export const responseStoreContract = (beneath: string, open: () => Promise<Opened>) =>
  describe(`a response store over ${beneath}`, () => {
    let store: ResponseStore
    let close: Opened['close']

    beforeEach(async () => {
      const opened = await open()
      store = opened.store
      close = opened.close
    })
    afterEach(() => close())

    test('gives back what was begun, to each of its keys and to no other', async () => {
      const begun = response('one', { answers: { why: 'Łukasz Żółć — “£5”\0\u{1F46E}', which: ['a', 'b'] } })
      const link: KeyHash = { kind: 'link', hash: 'l' }
      await store.begin(begun, [visit('a'), link])
      await store.begin(response('two'), [visit('b')])
      expect(await store.open(visit('a'))).toEqual(begun)
      expect(await store.open(link)).toEqual(begun)
      expect(await store.byId('one')).toEqual(begun)
      expect(await store.byId('three')).toBeNull()
      expect(await store.open(visit('b'))).toEqual(response('two'))
      expect(await store.open(visit('c'))).toBeNull()
      expect(await store.open({ kind: 'return-code', hash: 'a' })).toBeNull()
    })

    test('adds keys, once, and none to a response that is no more', async () => {
      await store.begin(response('one'), [])
      await store.addKeys('one', [visit('a')], 110)
      await store.addKeys('one', [visit('a'), visit('b')], 120)
      expect((await store.open(visit('a')))?.id).toBe('one')
      expect((await store.open(visit('b')))?.id).toBe('one')
      await store.addKeys('nobody', [visit('c')], 130)
      expect(await store.open(visit('c'))).toBeNull()
    })

    test('opens by a key until it is dropped, and not by one that was added before a moment', async () => {
      const link: KeyHash = { kind: 'link', hash: 'l' }
      await store.begin(response('one'), [visit('a')])
      expect((await store.open(visit('a'), 100))?.id).toBe('one')
      expect(await store.open(visit('a'), 101)).toBeNull()
      await store.addKeys('one', [link], 105)
      await store.dropKey(visit('a'))
      expect(await store.open(visit('a'))).toBeNull()
      expect((await store.open(link))?.id).toBe('one')
    })

    test('never hands a key of one response to another', async () => {
      await store.begin(response('one'), [visit('a')])
      await store.begin(response('two'), [])
      await store.addKeys('two', [visit('a')], 110)
      expect((await store.open(visit('a')))?.id).toBe('one')
    })

    test('saves over earlier answers, blanks what is null, and leaves the rest', async () => {
      await store.begin(response('one', { answers: { kept: 'k', changed: 'old', blanked: ['x'] } }), [visit('a')])
      expect(
        await store.save('one', { changed: 'new', blanked: null, added: ['p', 'q'], never: null }, 'REF00001', 200),
      ).toBe('saved')
      expect(await store.open(visit('a'))).toEqual(
        response('one', {
          reference: 'REF00001',
          savedAt: 200,
          answers: { kept: 'k', changed: 'new', added: ['p', 'q'] },
        }),
      )
    })

    test('keeps the first reference', async () => {
      await store.begin(response('one'), [visit('a')])
      await store.save('one', {}, 'REF00001', 200)
      await store.save('one', {}, 'REF00002', 300)
      expect(await store.open(visit('a'))).toMatchObject({ reference: 'REF00001', savedAt: 300 })
    })

    test("refuses another's reference and saves nothing of that call", async () => {
      await store.begin(response('one'), [])
      await store.begin(response('two', { answers: { why: 'old' } }), [visit('b')])
      await store.save('one', {}, 'REF00001', 200)
      await expect(store.save('two', { why: 'new' }, 'REF00001', 300)).rejects.toThrow(ReferenceTaken)
      expect(await store.open(visit('b'))).toEqual(response('two', { answers: { why: 'old' } }))
      expect(await store.save('one', { why: 'mine' }, 'REF00001', 400)).toBe('saved')
    })

    test('saves what is expected, and nothing over answers that are others by now', async () => {
      await store.begin(response('one', { answers: { why: 'seen', which: ['a'] } }), [visit('a')])
      const unchanged = (answers: object) => JSON.stringify(answers) === '{"which":["a"],"why":"seen"}'
      expect(await store.save('one', { why: 'mine' }, 'REF00001', 200, unchanged)).toBe('saved')
      expect(await store.save('one', { why: 'theirs' }, 'REF00001', 300, async (a) => unchanged(a))).toBe('changed')
      expect(await store.open(visit('a'))).toMatchObject({ savedAt: 200, answers: { why: 'mine' } })
      expect(await store.save('nobody', {}, 'REF00002', 300, () => true)).toBe('gone')
    })

    test('of two who save at once over what both saw, one is told', async () => {
      await store.begin(response('one'), [visit('a')])
      const saves = ['mine', 'yours'].map((why) =>
        store.save('one', { why }, 'REF00001', 200, async ({ why: saved }) => saved === undefined),
      )
      expect((await Promise.all(saves)).sort()).toEqual(['changed', 'saved'])
    })

    test('forgets one response with its answers and keys', async () => {
      await store.begin(response('one', { answers: { why: 'x' } }), [visit('a')])
      await store.begin(response('two'), [visit('b')])
      await store.forget('one', 250)
      await store.forget('one', 260)
      expect(await store.open(visit('a'))).toBeNull()
      expect(await store.save('one', { why: 'back' }, 'REF00001', 300)).toBe('gone')
      await store.begin(response('one'), [visit('a')])
      expect(await store.open(visit('a'))).toEqual(response('one'))
      expect((await store.open(visit('b')))?.id).toBe('two')
    })

    test('forgets by the last change: a save, or the beginning where nothing was saved', async () => {
      await store.begin(response('begun early', { begunAt: 100 }), [visit('a')])
      await store.begin(response('saved late', { begunAt: 100 }), [visit('b')])
      await store.begin(response('begun late', { begunAt: 200 }), [visit('c')])
      await store.save('saved late', {}, 'REF00001', 200)
      expect(await store.forgetBefore(200, 900)).toBe(1)
      expect(await store.open(visit('a'))).toBeNull()
      expect((await store.open(visit('b')))?.id).toBe('saved late')
      expect((await store.open(visit('c')))?.id).toBe('begun late')
      expect(await store.forgetBefore(201, 900)).toBe(2)
      expect(await store.forgetBefore(201, 900)).toBe(0)
    })

    test('takes calls side by side without mixing them', async () => {
      await store.begin(response('one'), [visit('a')])
      const saves = Array.from({ length: 20 }, (_, n) => store.save('one', { [`question${n}`]: `${n}` }, 'REF00001', n))
      expect(await Promise.all(saves)).toEqual(Array.from({ length: 20 }, () => 'saved'))
      expect(Object.keys((await store.open(visit('a')))?.answers ?? {})).toHaveLength(20)
    })
  })
