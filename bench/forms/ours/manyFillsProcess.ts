import { readFile } from 'node:fs/promises'
import { fill } from '../../../src/pdf/fill.ts'
import { answering } from '../children/answering.ts'
import type { FormKind } from '../material/drawForm.ts'
import { responseOf, type Text } from '../material/responses.ts'
import { answersOf } from '../peers/ourPack.ts'
import { marks, prepareOurs } from '../peers/ours.ts'

// Fills for people of whom each says something else, so that whatever is kept from one to the next shows.

const [kind, text, file] = process.argv.slice(2) as [FormKind, Text, string]
const prepared = await prepareOurs({ kind, bytes: new Uint8Array(await readFile(file)) })
let filled = 0

const fillUpTo = (count: number) => {
  const times: number[] = []
  let bytes = 0
  for (; filled < count; filled += 1) {
    const answers = answersOf(responseOf(text, filled))
    const begun = performance.now()
    bytes = fill(prepared, answers, marks).bytes.length
    times.push(performance.now() - begun)
  }
  return { times, bytes }
}

/** What is still held when nothing more can be collected, in MiB. */
const heldMiB = () => {
  for (let round = 0; round < 4; round += 1) globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / 1024 ** 2
}

answering({ fillUpTo, heldMiB })
