import { type Questionnaire, questionsOf } from '../questionnaire/questionnaire.ts'
import type { PackProblem } from './problem.ts'

const repeated = (ids: string[]): string[] => [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))]

const twice =
  (what: string) =>
  (id: string): PackProblem => ({
    file: 'questionnaire.json',
    path: '',
    found: `two ${what} with the id ${id}`,
    expected: `an id of its own for each ${what.replace(/s$/, '')}`,
    remedy: 'give one of them another id, in boxes.json and sample-answers.json too',
  })

/** What a shape cannot say of a questionnaire: ids that repeat, and conditions that name no question. */
export const checkQuestionnaire = (questionnaire: Questionnaire): PackProblem[] => {
  const questions = questionsOf(questionnaire)
  const ids = questions.map((question) => question.id)
  const strayConditions = questions.flatMap((question) =>
    Object.keys(question.onlyIf ?? {})
      .filter((id) => !ids.includes(id))
      .map((id) => ({
        file: 'questionnaire.json',
        path: `${question.id}.onlyIf`,
        found: `the unknown question ${id}`,
        expected: 'the id of a question',
        remedy: `name a question that is asked, or take onlyIf out of ${question.id}`,
      })),
  )
  const options = questions.flatMap((question) =>
    'options' in question
      ? repeated(question.options.map((option) => option.id)).map(twice(`options of ${question.id}`))
      : [],
  )
  return [
    ...repeated(questionnaire.pages.map((page) => page.id)).map(twice('pages')),
    ...repeated(ids).map(twice('questions')),
    ...options,
    ...strayConditions,
  ]
}
