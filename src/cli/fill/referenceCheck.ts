import type { PackProblem } from '../../consultation/problem.ts'
import type { PreparedForm } from '../../pdf/copies/preparedForm.ts'
import { place } from '../../pdf/placing/place.ts'
import { cellAt, type Entry } from './entry.ts'

// It stands in file names, and within a line.
const SHAPE = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,18}[A-Za-z0-9])?$/

/** A mark that is wider than its box goes on to no other page: it would not be on paper. */
const fitsItsBox = (reference: string, prepared: PreparedForm): boolean => {
  if (!prepared.boxes.marks.reference) return true
  const placed = place(prepared, {}, { reference, title: '' })
  const lines = placed.flatMap((one) => (one.kind === 'written' && one.question === null ? one.lines : []))
  return lines.map(({ text }) => text).join('') === reference
}

/**
 * Looks at the references of a table, row after row: a shape that fits no file name, one that its box cannot hold, or one
 * that an earlier row has. Capitals do not count, as in file names.
 */
export const referenceCheck = (prepared: PreparedForm): ((entry: Entry) => PackProblem[]) => {
  const rows = new Map<string, number>()
  return ({ file, row, reference }) => {
    if (reference === null || row === null) return []
    const at = { file, path: cellAt(row, 'reference') }
    if (!SHAPE.test(reference)) {
      const found = JSON.stringify(reference.slice(0, 120))
      const expected = 'up to 20 letters from A to Z, digits and hyphens'
      return [{ ...at, found, expected, remedy: 'write another, or leave it blank' }]
    }
    if (!fitsItsBox(reference, prepared)) {
      const found = `"${reference}", which its box on the form cannot hold`
      return [{ ...at, found, expected: 'a reference that fits its box', remedy: 'write a shorter one' }]
    }
    const first = rows.get(reference.toUpperCase())
    rows.set(reference.toUpperCase(), first ?? row)
    if (first === undefined) return []
    const found = `"${reference}", which row ${first} has too`
    return [{ ...at, found, expected: 'a reference of its own for each row', remedy: 'change one of them' }]
  }
}
