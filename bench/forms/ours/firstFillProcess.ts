import { readFile } from 'node:fs/promises'
import { fill } from '../../../src/pdf/fill.ts'
import { warmUp } from '../../../src/pdf/warmUp.ts'
import { answering } from '../children/answering.ts'
import type { FormKind } from '../material/drawForm.ts'
import { responseOf, type Text } from '../material/responses.ts'
import { answersOf } from '../peers/ourPack.ts'
import { marks, prepareOurs } from '../peers/ours.ts'

// A server just started, as `prepareFor` does: the form is prepared and nobody was served yet.

const [kind, text, file] = process.argv.slice(2) as [FormKind, Text, string]
const prepared = await prepareOurs({ kind, bytes: new Uint8Array(await readFile(file)) })
warmUp(prepared)

const firstFill = () => {
  const response = responseOf(text, 5)
  const begun = performance.now()
  const { bytes } = fill(prepared, answersOf(response), marks)
  return { ms: performance.now() - begun, bytes: bytes.length }
}

answering({ firstFill })
