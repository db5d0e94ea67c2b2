import { keepingForms } from '../src/keptForms.ts'
import type { SiteForm, SiteResponses } from '../src/pages/site.ts'
import type { FilledForm } from '../src/pdf/fill.ts'
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

const counted = (
  make = async (answers: Answers): Promise<FilledForm> => ({
    bytes: new TextEncoder().encode(JSON.stringify(answers)),
    pages: 1,
    placements: [],
  }),
) => {
  let fillings = 0
  const fill: SiteForm['fill'] = (answers) => {
    fillings += 1
    return make(answers)
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
  const [one, other] = await Promise.all([fill({ q1: 'no' }, 'AAAA2222'), fill({ q1: 'no' }, 'AAAA2222')])
  expect(other).toBe(one)
  expect(await fill({ q1: 'no' }, 'AAAA2222')).toBe(one)
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
    texts.push(new TextDecoder().decode((await fill(answers, reference)).bytes))
  }
  expect(texts).toEqual(['{"q1":"no"}', '{"q1":"yes"}', '{"q1":"no"}', '{"q1":"yes"}'])
  expect(fillings()).toBe(3)
})

test('saving and deleting drop what was kept, also what was still being filled', async () => {
  const { fill, fillings, save, saveIf, forget } = counted()
  await fill({ q1: 'no' }, 'AAAA2222')
  await save('one', 'key', {}, 0)
  await fill({ q1: 'no' }, 'AAAA2222')
  expect(fillings()).toBe(2)
  await saveIf(() => true, 'one', 'key', {}, 0)
  await fill({ q1: 'no' }, 'AAAA2222')
  expect(fillings()).toBe(3)
  await forget('one', 0)
  const going = fill({ q1: 'no' }, 'AAAA2222')
  await forget('one', 0)
  await going
  await fill({ q1: 'no' }, 'AAAA2222')
  expect(fillings()).toBe(5)
})

test('a filling that failed is tried anew', async () => {
  const { fill, fillings } = counted(() => Promise.reject(new Error('not now')))
  await expect(fill({}, null)).rejects.toThrow('not now')
  await expect(fill({}, null)).rejects.toThrow('not now')
  expect(fillings()).toBe(2)
})

test('64 MB are kept at most: the form that was asked for longest ago goes first', async () => {
  const { fill, fillings } = counted(async () => ({
    bytes: new Uint8Array(30 * 1024 * 1024),
    pages: 1,
    placements: [],
  }))
  for (const reference of ['one', 'two', 'three', 'three', 'two', 'one']) await fill({}, reference)
  expect(fillings()).toBe(4)
})
