import { readFile } from 'node:fs/promises'
import { answering } from '../children/answering.ts'
import type { FormKind } from '../material/drawForm.ts'
import { responsesOf, type Text } from '../material/responses.ts'
import { listed } from '../peers/list.ts'

// One peer with one form and one kind of text: fills when it is its turn.

const [name, kind, text, file] = process.argv.slice(2) as [string, FormKind, Text, string]
const prepare = await listed(name).load()
const fillOnce = await prepare({ kind, bytes: new Uint8Array(await readFile(file)) }, text)
const responses = responsesOf(text, 64)
let next = 0

/** Fills for some time, at least three forms; answers the times of each (ms) and of all, then clears up in nobody's time. */
const turn = async (ms: number) => {
  const times: number[] = []
  let bytes = 0
  const begun = performance.now()
  let last = begun
  while (last - begun < ms || times.length < 3) {
    next = (next + 1) % responses.length
    bytes = (await fillOnce(responses[next]!)).length
    const now = performance.now()
    times.push(now - last)
    last = now
  }
  globalThis.gc?.()
  return { times, ms: last - begun, bytes }
}

/** The n-th response, filled, for others to look at. */
const sample = async (n: number) => (await fillOnce(responses[n]!)).slice()

answering({ turn, sample })
