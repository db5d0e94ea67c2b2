import { readFile } from 'node:fs/promises'
import { checkAnswers } from '../consultation/checkAnswers.ts'
import { listProblems, type PackProblem } from '../consultation/problem.ts'
import { readJson } from '../consultation/readJson.ts'
import { missingCharacters } from '../pdf/missingCharacters.ts'
import type { PreparedForm } from '../pdf/preparedForm.ts'
import { type Answers, answers } from '../questionnaire/answers.ts'
import { questionsOf } from '../questionnaire/questionnaire.ts'
import { typedPath } from './paths.ts'
import { fileProblem, Stop } from './stop.ts'

const checkLetters = (file: string, said: Answers, prepared: PreparedForm): PackProblem[] =>
  questionsOf(prepared.questionnaire)
    .filter((question) => !('options' in question))
    .flatMap(({ id }): PackProblem[] => {
      const missing = missingCharacters(prepared, [said[id] ?? ''].flat().join('\n'))
      const expected = 'characters that the form’s fonts have'
      const remedy = 'write them in another way'
      return missing.length > 0 ? [{ file, path: id, found: missing.join(' '), expected, remedy }] : []
    })

/** The answers in a JSON file (a path as typed), fit to go on the form. Throws Stop with everything that is wrong with them. */
export const readAnswersFile = async (path: string, prepared: PreparedForm): Promise<Answers> => {
  const bytes = await readFile(typedPath(path)).catch((error: unknown) => Promise.reject(fileProblem(error, path)))
  const { value, problems } = readJson(path, bytes, answers, 'sample-answers.json')
  if (!value) throw new Stop(1, listProblems(problems))
  const wrong = [...checkAnswers(path, value, prepared.questionnaire), ...checkLetters(path, value, prepared)]
  if (wrong.length > 0) throw new Stop(1, listProblems(wrong))
  return value
}
