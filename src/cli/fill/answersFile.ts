import type { PackProblem } from '../../consultation/problem.ts'
import { readJson } from '../../consultation/readJson.ts'
import type { PreparedForm } from '../../pdf/copies/preparedForm.ts'
import { answers } from '../../questionnaire/answers.ts'
import { readNamed } from '../readNamed.ts'
import type { Entry } from './entry.ts'
import { readSaid } from './readSaid.ts'

/** The people whose answers a file holds, and everything that is wrong with them. */
export type Said = { entries: Entry[]; problems: PackProblem[] }

/** The answers of one person in a JSON file. */
export const readAnswersFile = async (path: string, prepared: PreparedForm): Promise<Said> => {
  const { value, problems } = readJson(path, await readNamed(path), answers, 'sample-answers.json')
  if (!value) return { entries: [], problems }
  const said = readSaid(path, value, prepared)
  const entry = { file: path, row: null, answers: said.answers, reference: null, name: null }
  return { entries: [entry], problems: said.problems }
}
