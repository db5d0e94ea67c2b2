import type { PackProblem } from '../../consultation/problem.ts'
import type { PreparedForm } from '../../pdf/copies/preparedForm.ts'
import type { Answer, Answers } from '../../questionnaire/answers.ts'
import type { Question } from '../../questionnaire/questionnaire.ts'
import { readNamed } from '../readNamed.ts'
import type { Said } from './answersFile.ts'
import { type Column, csvColumns } from './csvColumns.ts'
import { csvRows } from './csvRows.ts'
import { csvText } from './csvText.ts'
import { cellAt, type Entry } from './entry.ts'
import { readSaid } from './readSaid.ts'
import { referenceCheck } from './referenceCheck.ts'

const isBlank = (cells: string[]): boolean => cells.every((cell) => cell.trim() === '')

const answerOf = ({ kind }: Question, cell: string): Answer => {
  if (kind === 'one-of') return cell.trim()
  if (kind !== 'any-of') return cell
  return cell
    .split(/[;\r\n]/)
    .map((option) => option.trim())
    .filter((option) => option !== '')
}

const entryOf = (file: string, row: number, cells: string[], columns: Column[]): Entry => {
  const answers: Answers = {}
  const entry: Entry = { file, row, answers, reference: null, name: null }
  for (const { at, holds } of columns) {
    const cell = cells[at] ?? ''
    if (cell.trim() === '') continue
    if (holds === 'reference') entry.reference = cell.trim()
    else if (holds === 'file') entry.name = cell.trim()
    else answers[holds.id] = answerOf(holds, cell)
  }
  return entry
}

const checkWidth = (file: string, row: number, cells: string[], width: number): PackProblem[] => {
  if (cells.length === width || (cells.length > width && isBlank(cells.slice(width)))) return []
  const expected = `${width} cells, as in row 1`
  const remedy = 'put a text that holds a comma or a line break in quotation marks; this row was not looked at further'
  return [{ file, path: `row ${row}`, found: `${cells.length} cells`, expected, remedy }]
}

const NOBODY = {
  path: '',
  found: 'no answers',
  expected: 'a header of question ids, and under it a row for each person',
  remedy: 'add them as in docs/packs.md, under "A table of answers"',
}

const readRows = (file: string, rows: string[][], columns: Column[], prepared: PreparedForm): Said => {
  const entries: Entry[] = []
  const checkReference = referenceCheck(prepared)
  const problems = rows.flatMap((cells, index) => {
    const row = index + 1
    if (index === 0 || isBlank(cells)) return []
    const narrow = checkWidth(file, row, cells, rows[0]?.length ?? 0)
    if (narrow.length > 0) return narrow
    const entry = entryOf(file, row, cells, columns)
    const { answers, problems: wrong } = readSaid(file, entry.answers, prepared)
    entries.push({ ...entry, answers })
    return [...wrong.map((one) => ({ ...one, path: cellAt(row, one.path) })), ...checkReference(entry)]
  })
  return { entries, problems }
}

/** The people whose answers a CSV file holds, a row each; rows without a word are passed over. */
export const readTable = async (file: string, prepared: PreparedForm): Promise<Said> => {
  const { text, problems: unreadable } = csvText(file, await readNamed(file))
  if (unreadable.length > 0) return { entries: [], problems: unreadable }
  const table = csvRows(file, text)
  const { columns, problems: wrong } = csvColumns(file, table.rows, prepared.questionnaire)
  const { entries, problems: said } = readRows(file, table.rows, columns, prepared)
  const problems = [...wrong, ...said, ...table.problems]
  return { entries, problems: problems.length + entries.length > 0 ? problems : [{ file, ...NOBODY }] }
}
