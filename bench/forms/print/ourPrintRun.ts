import { printRun } from '../../../src/pdf/printRun.ts'
import { answersOf } from '../peers/ourPack.ts'
import { marks, prepareOurs } from '../peers/ours.ts'
import type { Printer } from './printers.ts'

/** The product's print run, straight from the answers. */
export const ourPrintRun: Printer = async ({ official, responses }) => {
  const prepared = await prepareOurs({ kind: 'fillable', bytes: official })
  const all = responses.map((response) => ({ answers: answersOf(response), marks }))
  return () => printRun(prepared, all, { duplex: true })
}
