import { readFile, writeFile } from 'node:fs/promises'
import { answering } from '../children/answering.ts'
import { responsesOf } from '../material/responses.ts'
import { printers } from './printers.ts'

// Makes one PDF of many responses, in a process of its own; the file is looked at elsewhere.

const [name, form, filled, count, out] = process.argv.slice(2) as [
  keyof typeof printers,
  string,
  string,
  string,
  string,
]
const official = new Uint8Array(await readFile(form))
const responses = responsesOf('Latin Extended', Number(count))
const printRun = await printers[name]({ official, filled, responses })

const run = async () => {
  const begun = performance.now()
  const bytes = await printRun()
  const ms = performance.now() - begun
  await writeFile(out, bytes)
  return { ms, bytes: bytes.length }
}

answering({ run })
