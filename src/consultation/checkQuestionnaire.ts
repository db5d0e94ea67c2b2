import { type Questionnaire, questionsOf } from '../questionnaire/questionnaire.ts'
import { checkConditions } from './checkConditions.ts'
import { checkWordings } from './checkWordings.ts'
import type { PackProblem } from './problem.ts'

const repeated = (ids: string[]): string[] => [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))]

const twice =
  (one: string, of = '') =>
  (id: string): PackProblem => ({
    file: 'questionnaire.json',
    path: '',
    found: `two ${one}s${of} with the id ${id}`,
    expected: `an id of its own for each ${one}${of}`,
    remedy: 'give one of them another id, in boxes.json and sample-answers.json too',
  })

/** What a shape cannot say of a questionnaire: ids that repeat, conditions that never hold, words without a source. */
export const checkQuestionnaire = (questionnaire: Questionnaire): PackProblem[] => {
  const questions = questionsOf(questionnaire)
  const options = questions.flatMap((question) =>
    'options' in question
      ? repeated(question.options.map((option) => option.id)).map(twice('option', ` of ${question.id}`))
      : [],
  )
  return [
    ...repeated(questionnaire.pages.map((page) => page.id)).map(twice('page')),
    ...repeated(questions.map((question) => question.id)).map(twice('question')),
    ...options,
    ...checkConditions(questionnaire),
    ...checkWordings(questionnaire),
  ]
}
