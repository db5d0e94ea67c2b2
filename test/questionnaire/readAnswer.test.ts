import type { Question } from '../../src/questionnaire/questionnaire.ts'
import { readAnswer } from '../../src/questionnaire/readAnswer.ts'
import { LONGEST } from '../../src/questionnaire/tidyText.ts'

const asked = { id: 'q', text: 'Why?', wording: 'ours' } as const
const options = [
  { id: 'yes', label: 'Yes' },
  { id: 'no', label: 'No' },
]
const text: Question = { kind: 'text', ...asked }
const line: Question = { kind: 'line', ...asked }
const oneOf: Question = { kind: 'one-of', ...asked, options, optionsWording: 'ours' }
const anyOf: Question = { kind: 'any-of', ...asked, options, optionsWording: 'ours' }

describe('a text', () => {
  test('is kept word for word, with its own line breaks', () => {
    expect(readAnswer(text, ['  Łukasz’s counter:\r\n\r\n“open”\t– 24 hours'])).toEqual({
      answer: '  Łukasz’s counter:\n\n“open”\t– 24 hours',
    })
  })

  test('may be left blank', () => {
    expect(readAnswer(text, [' \n '])).toEqual({ answer: null })
    expect(readAnswer(text, [])).toEqual({ answer: null })
  })

  test('loses control characters, which nobody can see, and nothing else', () => {
    expect(readAnswer(text, ['a\u0000b\u0007c \ud800 d'])).toEqual({ answer: 'abc \ufffd d' })
    expect(readAnswer(text, ['Z\u0302oe\u0308'])).toEqual({ answer: 'Ẑoë' })
  })

  test('may have 20,000 characters, counted as people count them, and not one more', () => {
    expect(readAnswer(text, ['ক'.repeat(LONGEST.text)])).toHaveProperty('answer')
    expect(readAnswer(text, ['😀'.repeat(LONGEST.text)])).toHaveProperty('answer')
    expect(readAnswer(text, ['x'.repeat(LONGEST.text + 12)])).toEqual({
      problem: 'This can hold 20,000 characters. Please take out 12, or put them into another answer.',
    })
  })

  test('keeps its words apart, whatever stood for a new line', () => {
    expect(readAnswer(text, ['keep\vit\fopen\u0085now\u2028please\u2029yes'])).toEqual({
      answer: 'keep\nit\nopen\nnow\nplease\nyes',
    })
  })

  test('of a thousand lines is taken, of one more it is not', () => {
    expect(readAnswer(text, ['a\r\n'.repeat(999)])).toHaveProperty('answer')
    expect(readAnswer(text, ['a\r\n'.repeat(1000)])).toEqual({
      problem: 'This can hold 1,000 lines. Please put some of them together.',
    })
  })

  test('with a heap of marks on one letter is refused before it is put in order', () => {
    expect(readAnswer(text, [`a${'\u0301'.repeat(30)}`])).toHaveProperty('answer')
    expect(readAnswer(text, [`a${'\u0301\u0323'.repeat(9000)}`])).toEqual({
      problem: 'One letter here carries more than 30 marks, which no form can show. Please write it anew.',
    })
  })

  test('that came twice is not guessed at', () => {
    expect(readAnswer(text, ['one', 'two'])).toHaveProperty('problem')
  })
})

test('a line is one line', () => {
  expect(readAnswer(line, [' RM10\n 8XX '])).toEqual({ answer: 'RM10 8XX' })
})

describe('a choice', () => {
  test('is one of the options, or blank', () => {
    expect(readAnswer(oneOf, ['no'])).toEqual({ answer: 'no' })
    expect(readAnswer(oneOf, [''])).toEqual({ answer: null })
    expect(readAnswer(oneOf, ['perhaps'])).toEqual({ problem: 'Choose one of the answers listed here.' })
    expect(readAnswer(oneOf, ['yes', 'no'])).toEqual({ problem: 'Choose only one answer here.' })
  })

  test('of several stands in the order of the paper', () => {
    expect(readAnswer(anyOf, ['no', 'yes', 'no'])).toEqual({ answer: ['yes', 'no'] })
    expect(readAnswer(anyOf, [])).toEqual({ answer: null })
    expect(readAnswer(anyOf, ['yes', '__proto__'])).toHaveProperty('problem')
  })
})
