import { checkAnswers } from '../../consultation/checkAnswers.ts'
import type { PackProblem } from '../../consultation/problem.ts'
import type { PreparedForm } from '../../pdf/copies/preparedForm.ts'
import { missingCharacters } from '../../pdf/setting/missingCharacters.ts'
import type { Answers } from '../../questionnaire/answers.ts'
import { questionsOf } from '../../questionnaire/questionnaire.ts'
import { readAnswer } from '../../questionnaire/readAnswer.ts'

const checkCharacters = (file: string, said: Answers, prepared: PreparedForm): PackProblem[] =>
  questionsOf(prepared.questionnaire)
    .filter((question) => !('options' in question))
    .flatMap(({ id }): PackProblem[] => {
      const missing = missingCharacters(prepared, [said[id] ?? ''].flat().join('\n'))
      const expected = 'characters that the form’s fonts have'
      const remedy = 'write them in another way'
      return missing.length > 0 ? [{ file, path: id, found: missing.join(' '), expected, remedy }] : []
    })

/** One person's answers from a file as a page of ours would keep them, and what is wrong with them, by the ids of questions. */
export const readSaid = (
  file: string,
  said: Answers,
  prepared: PreparedForm,
): { answers: Answers; problems: PackProblem[] } => {
  const answers: Answers = {}
  for (const question of questionsOf(prepared.questionnaire)) {
    const reading = readAnswer(question, [said[question.id] ?? ''].flat())
    if ('answer' in reading && reading.answer !== null) answers[question.id] = reading.answer
  }
  const problems = [...checkAnswers(file, said, prepared.questionnaire), ...checkCharacters(file, said, prepared)]
  return { answers, problems }
}
