import type { Questionnaire } from '../../src/questionnaire/questionnaire.ts'
import { aboutThisPaper } from '../../src/stand-in/wording.ts'
import { mopac } from './drawn.ts'
import { inventedConsultation, inventedQuestionnaire } from './invented.ts'

const note = 'Layout reconstructed.'
const noted = { ...inventedConsultation, form: { ...inventedConsultation.form, note } }
const [green, you] = inventedQuestionnaire.pages

/** The invented questionnaire, where only the reconstructed questions are not as published, with one more of ours. */
const withAlso = (question: Questionnaire['pages'][number]['questions'][number]): Questionnaire => ({
  pages: [green!, { ...you!, questions: [...you!.questions, question] }],
})

const choice = {
  kind: 'one-of' as const,
  id: 'kind',
  text: 'You are',
  options: [
    { id: 'a', label: 'A' },
    { id: 'b', label: 'B' },
  ],
}

test('MOPAC’s paper disowns what it always disowned', () => {
  expect(aboutThisPaper(mopac.consultation, mopac.questionnaire)).toBe(
    'Layout reconstructed from the published questions; not MOPAC’s own file. The choices to tick and the words over the writing boxes are not MOPAC’s either. Reconstructed questions are marked.',
  )
})

test('one question of ours does not disown the others', () => {
  const ours = withAlso({ kind: 'line', id: 'street', text: 'Street', wording: 'ours' })
  expect(aboutThisPaper(noted, ours)).toBe(
    `${note} Some of the words over the writing boxes are not Parish Council’s either. Reconstructed questions are marked.`,
  )
})

test('choices of ours under published words disown some of the choices, and no words', () => {
  const ours = withAlso({ ...choice, wording: 'published', optionsWording: 'ours' })
  expect(aboutThisPaper(noted, ours)).toContain(`${note} Some of the choices to tick are not Parish Council’s either.`)
})

test('words of ours over published choices are told as such', () => {
  const ours = withAlso({ ...choice, wording: 'ours', optionsWording: 'published' })
  expect(aboutThisPaper(noted, ours)).toContain('The words over the boxes to tick are not Parish Council’s either.')
})

test('without a note nothing came before that could be “either”', () => {
  const ours = withAlso({ kind: 'line', id: 'street', text: 'Street', wording: 'ours' })
  expect(aboutThisPaper(inventedConsultation, ours)).toMatch(/^Some of the words over .* are not Parish Council’s\. /)
})

test('a paper that is all published says nothing of it', () => {
  expect(aboutThisPaper(inventedConsultation, inventedQuestionnaire)).toBe('Reconstructed questions are marked.')
})
