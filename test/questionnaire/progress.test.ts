import { progressOf } from '../../src/questionnaire/progress.ts'
import type { Page } from '../../src/questionnaire/questionnaire.ts'
import { sayAnswer } from '../../src/questionnaire/sayAnswer.ts'

const options = [
  { id: 'resident', label: 'as a resident' },
  { id: 'organisation', label: 'for an organisation' },
]
const page: Page = {
  id: 'about-you',
  title: 'About you',
  prompts: [],
  facts: [],
  questions: [
    { kind: 'one-of', id: 'capacity', text: 'You answer', wording: 'ours', options, optionsWording: 'ours' },
    { kind: 'line', id: 'name', text: 'Its name', wording: 'ours', onlyIf: { capacity: 'organisation' } },
  ],
}

test('progress is a function of the answers', () => {
  expect(progressOf(page, {})).toBe('not started')
  expect(progressOf(page, { elsewhere: 'x' })).toBe('not started')
  expect(progressOf(page, { capacity: 'organisation' })).toBe('started')
  expect(progressOf(page, { capacity: 'organisation', name: 'Residents' })).toBe('done')
})

test('a question that does not concern somebody is not missed', () => {
  expect(progressOf(page, { capacity: 'resident' })).toBe('done')
})

test('an answer is said in the words of the paper, line by line', () => {
  expect(sayAnswer(page.questions[0]!, 'resident')).toEqual(['as a resident'])
  expect(sayAnswer(page.questions[1]!, 'one\n\ntwo')).toEqual(['one', '', 'two'])
  expect(sayAnswer(page.questions[1]!, undefined)).toEqual([])
})
