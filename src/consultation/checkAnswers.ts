import type { Answers } from '../questionnaire/answers.ts'
import { type Questionnaire, questionsOf } from '../questionnaire/questionnaire.ts'
import { readAnswer } from '../questionnaire/readAnswer.ts'
import type { PackProblem } from './problem.ts'

/** What is wrong with answers from a file: questions that are not asked, options that are not offered, text too long. */
export const checkAnswers = (file: string, answers: Answers, questionnaire: Questionnaire): PackProblem[] => {
  const questions = new Map(questionsOf(questionnaire).map((question) => [question.id, question]))
  return Object.entries(answers).flatMap(([id, answer]): PackProblem[] => {
    const at = { file, path: id, found: JSON.stringify(answer).slice(0, 120) }
    const question = questions.get(id)
    if (!question) {
      return [{ ...at, expected: 'the id of a question', remedy: 'take this answer out, or correct its question’s id' }]
    }
    const reading = readAnswer(question, [answer].flat())
    if ('answer' in reading) return []
    const fits = question.kind === 'line' ? 'one short text' : 'one text'
    const expected = 'options' in question ? question.options.map((option) => option.id).join(', ') : fits
    return [{ ...at, expected, remedy: reading.problem }]
  })
}
