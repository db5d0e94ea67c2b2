import { type Question, type Questionnaire, questionsOf } from '../questionnaire/questionnaire.ts'
import type { PackProblem } from './problem.ts'

const file = 'questionnaire.json'

const checkCondition = (question: Question, id: string, answer: string, asked: Question | undefined): PackProblem[] => {
  const path = `${question.id}.onlyIf`
  const remedy = `name a question with options, or take onlyIf out of ${question.id}`
  if (!asked) return [{ file, path, found: `the unknown question ${id}`, expected: 'the id of a question', remedy }]
  if (asked.kind !== 'one-of') {
    return [{ file, path, found: `${id}, of kind ${asked.kind}`, expected: 'a question of kind one-of', remedy }]
  }
  const options = asked.options.map((option) => option.id)
  if (options.includes(answer)) return []
  const expected = `an option of ${id}: ${options.join(', ')}`
  return [{ file, path: `${path}.${id}`, found: `"${answer}"`, expected, remedy: 'correct the id of the option' }]
}

/** What is wrong with each `onlyIf`: a question or an option that is not asked, or a question that has no one answer. */
export const checkConditions = (questionnaire: Questionnaire): PackProblem[] => {
  const questions = questionsOf(questionnaire)
  return questions.flatMap((question) =>
    Object.entries(question.onlyIf ?? {}).flatMap(([id, answer]) =>
      checkCondition(
        question,
        id,
        answer,
        questions.find((asked) => asked.id === id),
      ),
    ),
  )
}
