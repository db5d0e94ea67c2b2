import { readFile } from 'node:fs/promises'
import { fill } from '../../../src/pdf/fill.ts'
import { startPicturePool } from '../../../src/workers/picturePool.ts'
import { answering } from '../children/answering.ts'
import type { FormKind } from '../material/drawForm.ts'
import { responsesOf, type Text } from '../material/responses.ts'
import { answersOf } from '../peers/ourPack.ts'
import { marks, prepareOurs } from '../peers/ours.ts'

// What stands between a filled form and its sending: another reader, in a thread beside the requests.

const [kind, text, file] = process.argv.slice(2) as [FormKind, Text, string]
const prepared = await prepareOurs({ kind, bytes: new Uint8Array(await readFile(file)) })
const filled = responsesOf(text, 32).map((response) => fill(prepared, answersOf(response), marks, 'final'))
const pool = startPicturePool()

/** Reads forms back one after the other; answers each one's time, and how many words or ticks were not seen. */
const readBack = async (count: number) => {
  const times: number[] = []
  let missing = 0
  for (let at = 0; at < count; at += 1) {
    const begun = performance.now()
    missing += (await pool.release(filled[at % filled.length]!)).missing.length
    times.push(performance.now() - begun)
  }
  return { times, missing, bytes: filled[0]!.bytes.length }
}

answering({ readBack })
