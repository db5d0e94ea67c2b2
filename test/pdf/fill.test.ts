import { answersFrom } from '../../src/pdf/boxes/answersFrom.ts'
import { fill } from '../../src/pdf/fill.ts'
import { readFields } from '../../src/pdf/found/readFields.ts'
import { prepareForm } from '../../src/pdf/prepareForm.ts'
import { boxes, drawForm, questionnaire, rects } from './drawForm.ts'
import { fillIn, inside, marks, ofLength, wordsIn } from './filledForm.ts'
import { fonts } from './fonts.ts'
import { complaints, inkIn, wordsOn } from './paper.ts'

describe('fill', () => {
  test('each answer stands in its own box, in its own letters', async () => {
    const names = 'Łukasz Żółć Ștefan Nguyễn O’Brien'
    const why = 'Ελένη and Дарья pay £5 – daily.\nThat is a new line.'
    const { bytes, pages } = fillIn({ name: names, postcode: 'RM10 7XX', why, narrow: 'Here too' })
    expect(pages).toBe(2)
    expect(await wordsIn(bytes, 'who.name')).toBe(names)
    expect(await wordsIn(bytes, 'who.postcode')).toBe('RM10 7XX')
    expect(await wordsIn(bytes, 'reference')).toBe('K7MQ2FTD')
    expect(await wordsIn(bytes, 'why')).toBe(why.replace('\n', ' '))
    expect(await wordsIn(bytes, 'narrow')).toBe('Here too')
    expect(await complaints(bytes)).toBe('')
  })

  test('all that poppler reads stands in a box: nothing is drawn outside', async () => {
    const { bytes } = fillIn({
      name: 'Ễ'.repeat(300),
      postcode: 'RM10',
      why: ofLength(3000),
      narrow: 'x'.repeat(200),
    })
    const onForm = (await wordsOn(bytes)).filter(({ page }) => page <= 2)
    const names = Object.keys(rects) as (keyof typeof rects)[]
    expect(onForm.length).toBeGreaterThan(50)
    expect(onForm.filter((word) => !names.some((name) => inside(word, name)))).toEqual([])
  })

  test('a field keeps the whole answer, and a brought-back form gives all of it back', async () => {
    const answers = { name: 'Żółć', as: ['resident', 'worker'], agree: 'unsure', why: ofLength(5000), narrow: 'a\nb' }
    const { bytes } = fillIn(answers)
    expect(answersFrom(await readFields(bytes), boxes, questionnaire)).toEqual(answers)
  })

  test('a tick shows, and only where it belongs', async () => {
    const { bytes } = fillIn({ agree: 'no', as: ['worker'] })
    expect(await readFields(bytes)).toMatchObject({ agree: 'no', 'as.worker': 'Yes', 'as.resident': '' })
    const [yes, no, unsure] = await Promise.all([60, 100, 140].map((x) => inkIn(bytes, 2, x + 3, 703, 8)))
    expect([yes, unsure]).toEqual([0, 0])
    expect(no).toBeGreaterThan(0.2)
    const [resident, worker] = await Promise.all([60, 100].map((x) => inkIn(bytes, 1, x + 3, 643, 8)))
    expect(resident).toBe(0)
    expect(worker).toBeGreaterThan(0.1)
  })

  test('blank answers leave the form as it was, but for the reference', async () => {
    const { bytes, placements } = fillIn({ name: '', why: ' \n ', as: [] })
    expect(placements).toMatchObject([{ kind: 'written', question: null }])
    expect((await wordsOn(bytes)).map(({ text }) => text)).toEqual(['K7MQ2FTD'])
  })

  test('the same answers give the same bytes, and prepare the same form', async () => {
    const answers = { name: 'Ann', why: ofLength(4000), agree: 'yes' }
    const again = await prepareForm({ official: await drawForm(), boxes, questionnaire, fonts })
    const [first, second, third] = [fillIn(answers), fillIn(answers), fill(again, answers, marks)]
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0)
    expect(Buffer.compare(first.bytes, third.bytes)).toBe(0)
    expect(Buffer.compare(first.bytes, fillIn({ name: 'Ben' }).bytes)).not.toBe(0)
  })
})
