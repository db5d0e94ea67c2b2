import { PDFDocument, type PDFForm, PDFName } from 'pdf-lib'
import type { Boxes } from '../../src/pdf/boxes/boxes.ts'
import { checkBoxes } from '../../src/pdf/boxes/checkBoxes.ts'
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
    expect(await check({ name: write('agree') })).toMatchObject([
      { found: '"agree", a radio field' },
      { found: '"agree", which answers.name fills too' },
    ])
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
      'answers.extra.write.field',
    ])
  })

  test('of a wrong name the three nearest are named, and where all are printed', async () => {
    const [problem] = await check({ name: write('who.nmae') })
    expect(problem?.remedy.match(/"/g)).toHaveLength(6)
    expect(problem?.remedy).toContain('npm run cli -- inspect')
  })

  test('two questions, or a question and a mark, on one text field', async () => {
    const shared = {
      file: 'boxes.json',
      path: 'answers.narrow.write.field',
      found: '"why", which answers.why fills too',
    }
    expect(await check({ narrow: write('why') })).toMatchObject([shared])
    expect(await check({}, { reference: { field: 'why', size: 9, minimum: 9 } })).toMatchObject([
      { path: 'marks.reference.field', found: '"why", which answers.why fills too' },
    ])
  })

  test('two one-of questions on one radio group, told once', async () => {
    const [you, counters] = structuredClone(questionnaire.pages)
    const agree = counters!.questions.find(({ id }) => id === 'agree')!
    counters!.questions.push({ ...agree, id: 'again' })
    const answers = { ...boxes.answers, again: boxes.answers.agree! }
    const problems = await checkBoxes(official, { ...boxes, answers }, { pages: [you!, counters!] })
    expect(problems).toMatchObject([
      { path: 'answers.again.tick.yes.field', found: '"agree", which answers.agree fills too' },
    ])
  })

  test.each<[string, (form: PDFForm) => void, string, string]>([
    ['words', (form) => form.getTextField('why').setText('Yes, Minister'), 'why', '"Yes, Minister" in the field "why"'],
    ['a radio', (form) => form.getRadioGroup('agree').select('no'), 'agree', '"no" in the field "agree"'],
    ['a tick', (form) => form.getCheckBox('as.worker').check(), 'as.worker', '"Yes" in the field "as.worker"'],
    ['a mark', (form) => form.getTextField('reference').setText('K7'), 'reference', '"K7" in the field "reference"'],
    [
      'a tick that is only shown',
      (form) => {
        form.getCheckBox('as.worker').check()
        form.getCheckBox('as.worker').acroField.dict.delete(PDFName.of('V'))
      },
      'as.worker',
      '"Yes" in the field "as.worker"',
    ],
  ])('a form that already has %s in it is not blank', async (_, write, path, found) => {
    const answered = await drawForm((document) => write(document.getForm()))
    const problems = await checkBoxes(answered, boxes, questionnaire)
    expect(problems).toMatchObject([{ file: 'form.pdf', path, found, remedy: expect.stringContaining('blank') }])
  })

  test('a field with a value that takes no answer is the body’s own', async () => {
    const official = await drawForm((document) => document.getForm().createTextField('office').setText('17'))
    expect(await checkBoxes(official, boxes, questionnaire)).toEqual([])
  })

  test('a form without any field, said once', async () => {
    const flat = await PDFDocument.create()
    flat.addPage()
    const problems = await checkBoxes(await flat.save(), boxes, questionnaire)
    expect(problems).toMatchObject([{ file: 'form.pdf', path: '', found: 'this form has no fields' }])
  })

  test('what is no PDF', async () => {
    const problems = await checkBoxes(new TextEncoder().encode('%PDF-1.7 no'), boxes, questionnaire)
    expect(problems).toMatchObject([{ found: 'a form that cannot be read' }])
  })
})
