import { keepingForms } from '../src/keptForms.ts'
import type { SiteForm, SiteResponses } from '../src/pages/site.ts'
import type { CopyName, FilledForm } from '../src/pdf/fill.ts'
import type { Answers } from '../src/questionnaire/answers.ts'
import type { Response } from '../src/responses/response.ts'

const response = (reference: string): Response => ({
  id: 'one',
  reference,
  consent: { at: 0, wording: '' },
  answers: {},
  begunAt: 0,
  savedAt: 0,
})

const formOf = (tail: Uint8Array): FilledForm => ({
  ...{ head: new Uint8Array(0), tail, bytes: tail },
  ...{ pages: 1, placements: [], expected: { lines: [], ticks: [] } },
})

const written = async (answers: Answers, copy: CopyName) =>
  formOf(new TextEncoder().encode(`${copy} ${JSON.stringify(answers)}`))

const counted = (make: (answers: Answers, copy: CopyName) => Promise<FilledForm> = written) => {
  let fillings = 0
  const fill: SiteForm['fill'] = (answers, _, copy) => {
    fillings += 1
    return make(answers, copy)
  }
  const responses: Pick<SiteResponses, 'save' | 'saveIf' | 'forget'> = {
    save: async () => response('AAAA2222'),
    saveIf: async () => response('AAAA2222'),
    forget: async () => {},
  }
  const keeping = keepingForms({ fill }, responses)
  return { fill: keeping.form.fill, ...keeping.responses, fillings: () => fillings }
}

test('the same answers are filled once, at the same time and after', async () => {
  const { fill, fillings } = counted()
  const [one, other] = await Promise.all([
    fill({ q1: 'no' }, 'AAAA2222', 'final'),
    fill({ q1: 'no' }, 'AAAA2222', 'final'),
  ])
  expect(other).toBe(one)
  expect(await fill({ q1: 'no' }, 'AAAA2222', 'final')).toBe(one)
  expect(fillings()).toBe(1)
})

test('other answers, or those of another response, are never given out', async () => {
  const { fill, fillings } = counted()
  const texts = []
  for (const [answers, reference] of [
    [{ q1: 'no' }, 'AAAA2222'],
    [{ q1: 'yes' }, 'AAAA2222'],
    [{ q1: 'no' }, 'BBBB3333'],
    [{ q1: 'yes' }, 'AAAA2222'],
  ] as const) {
    texts.push(new TextDecoder().decode((await fill(answers, reference, 'final')).bytes))
  }
  expect(texts).toEqual(['no', 'yes', 'no', 'yes'].map((q1) => `final {"q1":"${q1}"}`))
  expect(fillings()).toBe(3)
})

test('each copy is kept by itself, and saving drops both', async () => {
  const { fill, fillings, save } = counted()
  const both = () => Promise.all((['final', 'fillable'] as const).map((copy) => fill({ q1: 'no' }, 'AAAA2222', copy)))
  const texts = async () => (await both()).map(({ bytes }) => new TextDecoder().decode(bytes))
  expect(await texts()).toEqual(['final {"q1":"no"}', 'fillable {"q1":"no"}'])
  expect(await texts()).toEqual(['final {"q1":"no"}', 'fillable {"q1":"no"}'])
  expect(fillings()).toBe(2)
  await save('one', 'key', {}, 0)
  await both()
  expect(fillings()).toBe(4)
})

test('saving and deleting drop what was kept, also what was still being filled', async () => {
  const { fill, fillings, save, saveIf, forget } = counted()
  await fill({ q1: 'no' }, 'AAAA2222', 'final')
  await save('one', 'key', {}, 0)
  await fill({ q1: 'no' }, 'AAAA2222', 'final')
  expect(fillings()).toBe(2)
  await saveIf(() => true, 'one', 'key', {}, 0)
  await fill({ q1: 'no' }, 'AAAA2222', 'final')
  expect(fillings()).toBe(3)
  await forget('one', 0)
  const going = fill({ q1: 'no' }, 'AAAA2222', 'final')
  await forget('one', 0)
  await going
  await fill({ q1: 'no' }, 'AAAA2222', 'final')
  expect(fillings()).toBe(5)
})

test('a form without answers, which has no tail, is kept as any other', async () => {
  const { fill, fillings } = counted(async () => formOf(new Uint8Array(0)))
  await fill({}, null, 'final')
  await fill({}, null, 'final')
  expect(fillings()).toBe(1)
})

test('a filling that failed is tried anew', async () => {
  const { fill, fillings } = counted(() => Promise.reject(new Error('not now')))
  await expect(fill({}, null, 'final')).rejects.toThrow('not now')
  await expect(fill({}, null, 'final')).rejects.toThrow('not now')
  expect(fillings()).toBe(2)
})

test('64 MB are kept at most: the form that was asked for longest ago goes first', async () => {
  const { fill, fillings } = counted(async () => formOf(new Uint8Array(30 * 1024 * 1024)))
  for (const reference of ['one', 'two', 'three', 'three', 'two', 'one']) await fill({}, reference, 'final')
  expect(fillings()).toBe(4)
})

test('the official form, which all of them share, is not counted', async () => {
  const head = new Uint8Array(30 * 1024 * 1024)
  const { fill, fillings } = counted(async () => ({ ...formOf(new Uint8Array(10)), head }))
  for (const reference of ['one', 'two', 'three', 'three', 'two', 'one']) await fill({}, reference, 'final')
  expect(fillings()).toBe(3)
})
