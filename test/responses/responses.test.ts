import { keysOf } from '../../src/responses/keys.ts'
import { ReferenceTaken, type ResponseStore } from '../../src/responses/response.ts'
import { makeResponses } from '../../src/responses/responses.ts'
import { type Database, openDatabase } from '../../src/storage/database.ts'
import { sqliteResponseStore } from '../../src/storage/responseStore.ts'
import { plainSealer } from '../../src/storage/seal.ts'

const keys = keysOf(new Uint8Array(32).fill(7))
let db: Database
let store: ResponseStore

beforeEach(async () => {
  db = await openDatabase(':memory:', plainSealer)
  store = sqliteResponseStore(db, plainSealer)
})
afterEach(() => db.destroy())

const begun = async (responses = makeResponses(store, keys)) => {
  const { key, response } = await responses.begin('I agree.', 100)
  return { responses, key, id: response.id, response }
}

test('a response begins empty, with the consent, and opens by its visit key alone', async () => {
  const { responses, key, response } = await begun()
  expect(response).toMatchObject({
    reference: null,
    consent: { at: 100, wording: 'I agree.' },
    answers: {},
    savedAt: null,
  })
  expect(await responses.openBy('visit', key)).toEqual(response)
  expect(await responses.openBy('visit', `${key}x`)).toBeNull()
  expect(await responses.openBy('link', key)).toBeNull()
})

test('before the first save a link and a code open nothing; from then on they do', async () => {
  const { responses, key, id } = await begun()
  const ways = [
    ['link', await keys.linkOf(key)],
    ['return-code', await keys.returnCodeOf(key)],
  ] as const
  for (const [kind, words] of ways) expect(await responses.openBy(kind, words)).toBeNull()
  const saved = await responses.save(id, key, { why: 'I walk there.' }, 200)
  for (const [kind, words] of ways) expect(await responses.openBy(kind, words)).toEqual(saved)
})

test('the first save makes the reference, later ones keep it; it opens nothing', async () => {
  const { responses, key, id } = await begun()
  const first = await responses.save(id, key, { why: 'I walk there.' }, 200)
  const second = await responses.save(id, key, { why: null, which: ['a'] }, 300)
  expect(first?.reference).toMatch(/^[0-9A-Y]{8}$/)
  expect(second).toEqual({ ...first, answers: { which: ['a'] }, savedAt: 300 })
  for (const kind of ['visit', 'link', 'return-code'] as const) {
    expect(await responses.openBy(kind, first?.reference ?? '')).toBeNull()
  }
})

test('a key saves into its own response and no other', async () => {
  const { responses, key } = await begun()
  const other = await begun(responses)
  expect(await responses.save(other.id, key, { why: 'mine' }, 200)).toBeNull()
  expect((await responses.openBy('visit', other.key))?.answers).toEqual({})
})

test('a stop between the ways back and the answers is mended by the next save', async () => {
  const failing = { ...store, save: () => Promise.reject(new Error('the disk is full')) }
  const { key, id } = await begun(makeResponses(failing, keys))
  await expect(makeResponses(failing, keys).save(id, key, { why: 'x' }, 200)).rejects.toThrow('the disk is full')
  const saved = await makeResponses(store, keys).save(id, key, { why: 'x' }, 300)
  expect(await makeResponses(store, keys).openBy('link', await keys.linkOf(key))).toEqual(saved)
})

test('saves if what is saved is what was expected, and tells a change from a response that is no more', async () => {
  const { responses, key, id } = await begun()
  await responses.save(id, key, { why: 'first' }, 200)
  const expect1 = (answers: Record<string, unknown>) => answers.why === 'first'
  expect(await responses.saveIf(expect1, id, key, { why: 'second' }, 300)).toMatchObject({ answers: { why: 'second' } })
  expect(await responses.saveIf(expect1, id, key, { why: 'third' }, 400)).toBe('changed')
  expect(await responses.openBy('visit', key)).toMatchObject({ answers: { why: 'second' }, savedAt: 300 })
  await responses.forget(id, 500)
  expect(await responses.saveIf(() => true, id, key, { why: 'late' }, 600)).toBeNull()
})

test('a reference that is taken is made anew, a few times, not for ever', async () => {
  const tried: string[] = []
  const taken = (times: number): ResponseStore => ({
    ...store,
    save: async (id, answers, reference, at, expect) => {
      tried.push(reference)
      if (tried.length <= times) throw new ReferenceTaken('taken')
      return store.save(id, answers, reference, at, expect)
    },
  })
  const { key, id } = await begun()
  expect(await makeResponses(taken(2), keys).save(id, key, {}, 200)).toMatchObject({ reference: tried[2] })
  expect(new Set(tried).size).toBe(3)
  await expect(makeResponses(taken(Number.POSITIVE_INFINITY), keys).save(id, key, {}, 300)).rejects.toThrow(
    ReferenceTaken,
  )
})

test('who comes back gets a key, a link and a code of their own, and the old ones still work', async () => {
  const { responses, key, id } = await begun()
  const saved = await responses.save(id, key, { why: 'I walk there.' }, 200)
  const typed = (await keys.returnCodeOf(key)).toLowerCase().replaceAll('-', ' ')
  const back = await responses.comeBack('return-code', typed, 300)
  const again = await responses.comeBack('link', await keys.linkOf(back?.key ?? ''), 400)
  expect(new Set([key, back?.key, again?.key]).size).toBe(3)
  for (const each of [key, back!.key, again!.key]) {
    expect(await responses.openBy('visit', each)).toEqual(saved)
    expect(await responses.openBy('return-code', await keys.returnCodeOf(each))).toEqual(saved)
  }
})

test('words that open nothing bring nobody back', async () => {
  const { responses, key } = await begun()
  for (const words of ['', 'K7MQ-2FTD-9XRA', key])
    expect(await responses.comeBack('return-code', words, 300)).toBeNull()
})

test('a forgotten response opens by none of its keys and takes no answer', async () => {
  const { responses, key, id } = await begun()
  await responses.save(id, key, { why: 'x' }, 200)
  const back = await responses.comeBack('visit', key, 300)
  await responses.forget(id, 350)
  for (const each of [key, back!.key]) expect(await responses.openBy('visit', each)).toBeNull()
  expect(await responses.comeBack('link', await keys.linkOf(key), 400)).toBeNull()
  expect(await responses.save(id, key, { why: 'y' }, 400)).toBeNull()
})
