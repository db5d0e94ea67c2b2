import type { Boxes } from '../../src/pdf/boxes.ts'
import { checkBoxes } from '../../src/pdf/checkBoxes.ts'
import { boxes, drawForm, questionnaire } from './drawForm.ts'

const official = await drawForm()
const check = (answers: Boxes['answers'], marks: Boxes['marks'] = boxes.marks) =>
  checkBoxes(official, { answers: { ...boxes.answers, ...answers }, marks }, questionnaire)

const write = (field: string) => ({ write: { field, size: 10, minimum: 9 } })
const ticks = { yes: { field: 'agree', value: 'yes' }, no: { field: 'agree', value: 'no' } }

describe('checkBoxes', () => {
  test('says nothing against a sound pack', async () => {
    expect(await check({})).toEqual([])
  })

  test('a field that is not on the form, with the ones that are', async () => {
    const [problem, ...others] = await check({ name: write('who.nmae') })
    expect(others).toEqual([])
    expect(problem).toMatchObject({ path: 'answers.name.write.field', found: '"who.nmae", which is not on the form' })
    expect(problem?.remedy).toContain('"who.name"')
  })

  test('a field of another kind', async () => {
    expect(await check({ name: write('agree') })).toMatchObject([{ found: '"agree", a radio field' }])
  })

  test('an export value that the field does not have, with those that it has', async () => {
    const problems = await check({ agree: { tick: { ...ticks, unsure: { field: 'agree', value: 'maybe' } } } })
    expect(problems).toMatchObject([{ path: 'answers.agree.tick.unsure.value', found: '"maybe"' }])
    expect(problems[0]?.expected).toContain('"yes", "no", "unsure"')
  })

  test('an option without a tick, and a tick without an option', async () => {
    const problems = await check({ agree: { tick: { ...ticks, perhaps: { field: 'agree', value: 'unsure' } } } })
    expect(problems).toMatchObject([
      { path: 'answers.agree.tick.unsure', found: 'no tick' },
      { path: 'answers.agree.tick.perhaps', found: 'a tick for "perhaps"' },
    ])
  })

  test('two options of an any-of question on one field, which could not both be ticked', async () => {
    const one = { field: 'as.resident', value: 'Yes' }
    expect(await check({ as: { tick: { resident: one, worker: one } } })).toMatchObject([{ path: 'answers.as.tick' }])
  })

  test('a place to write for a choice, and ticks for text', async () => {
    const problems = await check({ agree: write('why'), why: { tick: ticks } })
    expect(problems.map(({ path, found }) => [path, found])).toEqual([
      ['answers.agree', 'a place to write'],
      ['answers.why', 'ticks'],
    ])
  })

  test('a question without a box, a box without a question, a bad mark: all at once', async () => {
    const { name: _, ...rest } = boxes.answers
    const marks = { reference: { field: 'nowhere', size: 9, minimum: 10 } }
    const problems = await checkBoxes(official, { answers: { ...rest, extra: write('why') }, marks }, questionnaire)
    expect(problems.map(({ path }) => path)).toEqual([
      'answers.name',
      'answers.extra',
      'marks.reference.field',
      'marks.reference.minimum',
    ])
  })

  test('what is no PDF', async () => {
    const problems = await checkBoxes(new TextEncoder().encode('%PDF-1.7 no'), boxes, questionnaire)
    expect(problems).toMatchObject([{ found: 'a form that cannot be read' }])
  })
})
