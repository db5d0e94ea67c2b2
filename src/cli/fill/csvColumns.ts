import type { PackProblem } from '../../consultation/problem.ts'
import { nearest } from '../../pdf/boxes/nearest.ts'
import { type Question, type Questionnaire, questionsOf } from '../../questionnaire/questionnaire.ts'
import { columnLetter } from './csvRows.ts'
import { cellAt } from './entry.ts'

/** What a column holds: answers to a question, references, or the names of the PDFs. */
export type Column = { at: number; holds: Question | 'reference' | 'file' }

/** A question of the same name is meant first: its answers must have a column. */
const holders = (questionnaire: Questionnaire): Map<string, Column['holds']> =>
  new Map<string, Column['holds']>([
    ['reference', 'reference'],
    ['file', 'file'],
    ...questionsOf(questionnaire).map((question) => [question.id, question] as const),
  ])

const list = (words: string[]): string => words.map((word) => `"${word}"`).join(', ')

/** The columns that a table's header names (a blank name over blank cells is no column), and what is wrong with it. */
export const csvColumns = (
  file: string,
  rows: string[][],
  questionnaire: Questionnaire,
): { columns: Column[]; problems: PackProblem[] } => {
  const known = holders(questionnaire)
  const names = (rows[0] ?? []).map((name) => name.trim())
  const columns: Column[] = []
  const problems = names.flatMap((name, at): PackProblem[] => {
    const where = { file, path: cellAt(1, columnLetter(at)) }
    const holds = known.get(name)
    if (holds && names.indexOf(name) === at) {
      columns.push({ at, holds })
      return []
    }
    if (name === '') {
      if (rows.every((row) => (row[at] ?? '').trim() === '')) return []
      const expected = 'the id of a question over these cells'
      return [{ ...where, found: 'no name', expected, remedy: 'name the question, or empty the column' }]
    }
    const found = holds ? `"${name}" a second time` : `"${name}"`
    const expected = holds ? 'one column for each question' : 'the id of a question, "reference" or "file"'
    const closest = `the nearest are ${list(nearest(name, [...known.keys()]))}`
    return [{ ...where, found, expected, remedy: holds ? 'take one of them out' : `correct it: ${closest}` }]
  })
  return { columns, problems }
}
