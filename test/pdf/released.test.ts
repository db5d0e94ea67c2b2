import { lostOnPaper, unaskedIn } from '../../src/pdf/released.ts'
import { read } from '../../src/workers/pictures.ts'
import { questionnaire } from './drawForm.ts'
import { fillIn } from './filledForm.ts'

const answers = { why: 'I walk there.', agree: 'no', name: 'Łukasz' }
const textsOf = async (bytes: Uint8Array) => (await read({ bytes })).map(({ text }) => text)

test('a filled form has every word; one letter that another reader does not give back is a loss', async () => {
  const filled = await fillIn(answers)
  const texts = await textsOf(filled.bytes)
  expect(lostOnPaper(questionnaire, answers, filled, texts)).toEqual([])
  const blurred = texts.map((text) => text.replace('walk', 'wa?k'))
  expect(lostOnPaper(questionnaire, answers, filled, blurred)).toEqual(['why'])
})

test('an answer that was never placed is a loss, though all that was placed is there', async () => {
  const filled = await fillIn({ name: 'Łukasz' })
  expect(lostOnPaper(questionnaire, answers, filled, await textsOf(filled.bytes))).toEqual(['agree', 'why'])
})

test('words for a question that is not asked any more are found, a blank is not', () => {
  expect(unaskedIn(questionnaire, { ...answers, gone: 'Keep it.', blank: ' ' })).toEqual(['gone'])
  expect(unaskedIn(questionnaire, answers)).toEqual([])
})
