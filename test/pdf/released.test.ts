import type { FilledForm } from '../../src/pdf/fill.ts'
import { lostOnPaper, unaskedIn } from '../../src/pdf/seeing/released.ts'
import { questionnaire } from './drawForm.ts'
import { fillIn } from './filledForm.ts'
import { readByPdfium } from './readByPdfium.ts'
import { tampered, words } from './tampered.ts'

const answers = { why: 'I walk there.', agree: 'no', name: 'Łukasz' }
const lost = async (form: FilledForm) => lostOnPaper(questionnaire, answers, form, (await readByPdfium(form)).missing)

test('a filled form has every word; one letter that another reader does not give back is a loss', async () => {
  const filled = fillIn(answers)
  expect(await lost(filled)).toEqual([])
  expect(await lost(tampered(filled, words('walk', 'wa?k')))).toEqual(['why'])
})

test('an answer that was never placed is a loss, though all that was placed is there', async () => {
  expect(await lost(fillIn({ name: 'Łukasz' }))).toEqual(['agree', 'why'])
})

test('words for a question that is not asked any more are found, a blank is not', () => {
  expect(unaskedIn(questionnaire, { ...answers, gone: 'Keep it.', blank: ' ' })).toEqual(['gone'])
  expect(unaskedIn(questionnaire, answers)).toEqual([])
})
