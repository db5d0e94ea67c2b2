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

/** The time (ms) that processors spent on this process, all of its threads. */
const spent = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Fills for some time of the processor's, at least three forms; answers how many, and what each cost (ms). Clears up in nobody's time. */
const turn = async (ms: number) => {
  let [fills, bytes] = [0, 0]
  const begun = spent()
  for (; fills < 3 || spent() - begun < ms; fills += 1) {
    next = (next + 1) % responses.length
    bytes = (await fillOnce(responses[next]!)).length
  }
  const each = (spent() - begun) / fills
  globalThis.gc?.()
  return { each, bytes }
}

/** The n-th response, filled, for others to look at. */
const sample = async (n: number) => (await fillOnce(responses[n]!)).slice()

answering({ turn, sample })
