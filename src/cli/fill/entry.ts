import type { Answers } from '../../questionnaire/answers.ts'

/** One person's answers as a file has them; `row` is null where the file holds one person's alone, `name` that of the PDF to write. */
export type Entry = {
  file: string
  row: number | null
  answers: Answers
  reference: string | null
  name: string | null
}

/** Where a row's cell stands in a spreadsheet: "row 7, column days". */
export const cellAt = (row: number, column: string): string => `row ${row}, column ${column}`

/** Where an entry's answer stands in its file, by the id of its question; null is a mark, such as the reference. */
export const placeIn = ({ row }: Entry, question: string | null): string =>
  row === null ? (question ?? '') : cellAt(row, question ?? 'reference')
