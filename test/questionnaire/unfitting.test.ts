import type { Questionnaire } from '../../src/questionnaire/questionnaire.ts'
import { unfittingIn } from '../../src/questionnaire/unfitting.ts'
import { mopac } from '../delivery/samples.ts'

const asked: Questionnaire = mopac.questionnaire
const question = (id: string) => asked.pages.flatMap(({ questions }) => questions).find((each) => each.id === id)!
const fits = { q4: 'no', 'q4-reasons': 'I walk.\nAt night.' }

test('answers that today’s questions take are none, and a blank that is not asked is none', () => {
  expect(unfittingIn(asked, fits)).toEqual([])
  expect(unfittingIn(asked, { ...fits, gone: '', 'gone-too': [] })).toEqual([])
})

test('what is not asked is given word for word, and what is not offered by the name that it had', () => {
  const said = { ...fits, q4: 'perhaps', gone: 'One.\nTwo.', 'gone-too': ['a', 'b'] }
  expect(unfittingIn(asked, said)).toEqual([
    { id: 'q4', question: question('q4'), lines: ['perhaps'] },
    { id: 'gone', question: null, lines: ['One.', 'Two.'] },
    { id: 'gone-too', question: null, lines: ['a', 'b'] },
  ])
})

test('of several chosen where one may be, each is said', () => {
  expect(unfittingIn(asked, { q4: ['yes', 'no'] })[0]?.lines).toEqual(['Yes', 'No'])
})

test('a text that came twice is given twice, and nothing of it is lost', () => {
  expect(unfittingIn(asked, { 'q4-reasons': ['One.', 'Two.'] })[0]?.lines).toEqual(['One.', 'Two.'])
})
