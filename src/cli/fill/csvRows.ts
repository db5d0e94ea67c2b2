import { CsvError, parse } from 'csv-parse/sync'
import type { PackProblem } from '../../consultation/problem.ts'
import { cellAt } from './entry.ts'

const found: Record<string, string> = {
  INVALID_OPENING_QUOTE: 'a quotation mark in the middle of a cell',
  CSV_INVALID_CLOSING_QUOTE: 'a quotation mark that closes a cell before its end',
  CSV_QUOTE_NOT_CLOSED: 'a quotation mark that opens a cell, and none that closes it',
}

const REMEDY =
  'put the whole cell in quotation marks and double those within it, or save the table from a spreadsheet, which does so; rows after this one were not looked at'

const problemOf = (file: string, error: CsvError, rows: string[][]): PackProblem => {
  const { records = rows.length, index = 0 } = error as CsvError & { records?: number; index?: number }
  return {
    file,
    path: cellAt(records + 1, rows[0]?.[index]?.trim() || columnLetter(index)),
    found: found[error.code] ?? error.message,
    expected: 'cells such as plain, or "with a comma, and ""quotation marks"""',
    remedy: REMEDY,
  }
}

/** A column as a spreadsheet names it; 0 is A, 26 is AA. */
export const columnLetter = (index: number): string =>
  `${index < 26 ? '' : columnLetter(Math.floor(index / 26) - 1)}${String.fromCharCode(65 + (index % 26))}`

/** Spreadsheets in countries with a decimal comma write semicolons; no question's id holds one of these. */
const delimiterOf = (text: string): string => /^[^\r\n]*?([,;\t])/.exec(text)?.[1] ?? ','

/** The rows of a CSV text, each a list of cells, blank rows too; up to the first that cannot be read, with its problem. */
export const csvRows = (file: string, text: string): { rows: string[][]; problems: PackProblem[] } => {
  const rows: string[][] = []
  try {
    parse(text, {
      delimiter: delimiterOf(text),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      on_record: (row: string[]) => {
        rows.push(row)
        return null
      },
    })
    return { rows, problems: [] }
  } catch (error) {
    if (error instanceof CsvError) return { rows, problems: [problemOf(file, error, rows)] }
    throw error
  }
}
