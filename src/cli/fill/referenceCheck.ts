import type { PackProblem } from '../../consultation/problem.ts'
import { cellAt, type Entry } from './entry.ts'

// It stands in a small box on the form and in file names.
const SHAPE = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,18}[A-Za-z0-9])?$/

/**
 * Looks at the references of a table, row after row: a shape that fits no box and no file name, or one that an earlier row
 * has. Capitals do not count, as in file names.
 */
export const referenceCheck = (): ((entry: Entry) => PackProblem[]) => {
  const rows = new Map<string, number>()
  return ({ file, row, reference }) => {
    if (reference === null || row === null) return []
    const at = { file, path: cellAt(row, 'reference') }
    if (!SHAPE.test(reference)) {
      const found = JSON.stringify(reference.slice(0, 120))
      const expected = 'up to 20 letters from A to Z, digits and hyphens'
      return [{ ...at, found, expected, remedy: 'write another, or leave it blank' }]
    }
    const first = rows.get(reference.toUpperCase())
    rows.set(reference.toUpperCase(), first ?? row)
    if (first === undefined) return []
    const found = `"${reference}", which row ${first} has too`
    return [{ ...at, found, expected: 'a reference of its own for each row', remedy: 'change one of them' }]
  }
}
