import { readFile, writeFile } from 'node:fs/promises'
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import type { Figure } from './bars.ts'
import { foundInWords, withFound } from './forms/foundInWords.ts'
import { measureForms } from './forms/measureForms.ts'

const benchmarks = join(import.meta.dirname, '../docs/benchmarks.md')

const COUNTS = ['no', 'one', 'two', 'three', 'four']

const sayWhen = (): string => {
  const day = new Date().toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
  const cores = availableParallelism()
  const load = (loadavg()[0] ?? 0).toFixed(1)
  return `${day}, ${COUNTS[cores] ?? cores} shared cores, Node ${process.versions.node}; load ${load} when it began.`
}

/** Measures the filling of forms, prints all rows, writes them as JSON where asked, and the tables of docs/benchmarks.md unless it was in a hurry. */
export const benchForms = async (json: string | null, quick: boolean): Promise<Figure[]> => {
  const when = sayWhen()
  const found = await measureForms(quick, (what) => process.stderr.write(`forms: ${what}\n`))
  console.log(`\nforms\n\n${foundInWords(found)}`)
  if (json !== null) await writeFile(json, `${JSON.stringify(found.rows, null, 2)}\n`)
  if (!quick) await writeFile(benchmarks, withFound(await readFile(benchmarks, 'utf8'), found, when))
  return found.figures
}
