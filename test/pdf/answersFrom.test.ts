import { answersFrom, NotThisForm } from '../../src/pdf/boxes/answersFrom.ts'
import { boxes, questionnaire } from './drawForm.ts'

const blank = {
  'who.name': '',
  'who.postcode': '',
  'as.resident': '',
  'as.worker': '',
  agree: '',
  why: '',
  narrow: '',
  reference: '',
}
const read = (fields: Record<string, string | string[]>) => answersFrom(fields, boxes, questionnaire)

describe('answersFrom', () => {
  test('leaves out what is blank', () => {
    expect(read({ ...blank, why: ' \r ' })).toEqual({})
  })

  test("takes another reader's line breaks for ours", () => {
    expect(read({ ...blank, why: 'one\rtwo\r\nthree' })).toEqual({ why: 'one\ntwo\nthree' })
  })

  test('a state that means nothing to us is no answer', () => {
    expect(read({ ...blank, agree: 'maybe', 'as.worker': 'Yes' })).toEqual({ as: ['worker'] })
  })

  test('a PDF without fields, and one of another form, are refused in a sentence', () => {
    expect(() => read({})).toThrow(NotThisForm)
    expect(() => read({})).toThrow(/no fields to read/)
    expect(() => read({ ...blank, 'who.name': 'Ann', surname: 'Ash' })).not.toThrow()
    expect(() => read({ 'who.name': 'Ann', surname: 'Ash' })).toThrow('This PDF is not this questionnaire.')
  })
})
