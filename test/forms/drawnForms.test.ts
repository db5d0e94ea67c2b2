import { buttonTraps } from './drawn/buttonTraps.ts'
import { fieldTraps } from './drawn/fieldTraps.ts'
import { fileTraps } from './drawn/fileTraps.ts'
import { listTraps } from './drawn/listTraps.ts'
import { lockTraps } from './drawn/lockTraps.ts'
import { pageTraps } from './drawn/pageTraps.ts'
import { placeTraps } from './drawn/placeTraps.ts'
import { strayTraps } from './drawn/strayTraps.ts'
import { tagTraps } from './drawn/tagTraps.ts'
import type { Trap } from './drawn/trap.ts'
import { treeTraps } from './drawn/treeTraps.ts'
import { type Outcome, tryTraps } from './drawn/tryTrap.ts'
import { indexOf } from './fileKind.ts'

const squeeze = (text: string) => text.normalize('NFKC').replace(/\s+/g, '')

const expectRefusal = (outcome: Outcome, refused: RegExp) => {
  if ('error' in outcome) expect(outcome.error.message).toMatch(refused)
  else expect('problems' in outcome ? JSON.stringify(outcome.problems) : 'filled').toMatch(refused)
}

const expectFilled = (outcome: Outcome) => {
  if (!('filled' in outcome)) throw 'error' in outcome ? outcome.error : new Error(JSON.stringify(outcome.problems))
  const { trap, filled } = outcome
  const wanted = { ...trap.values, ...trap.reads }
  const { read, readFinal, before, official, bytes } = filled
  expect(Object.fromEntries(Object.keys(wanted).map((name) => [name, read.values[name]]))).toEqual(wanted)
  expect([read.wrong, read.strays, read.restless]).toEqual([[], [], []])
  expect(filled.missing).toEqual([])
  expect(trap.words.filter((words) => !squeeze(filled.poppler).includes(squeeze(words)))).toEqual([])
  expect([filled.base, filled.again]).toEqual([trap.base, true])
  if (filled.base === 'original') {
    expect(Buffer.compare(bytes.subarray(0, official.length), official)).toBe(0)
    expect(indexOf(bytes)).toBe(indexOf(official))
  }
  if (filled.base === 'resaved' || before.problems.length === 0) {
    expect([read.problems, readFinal.problems]).toEqual([[], []])
  }
  expect(readFinal.active).toEqual([])
}

const groups: Record<string, Record<string, Trap>> = {
  'a file made in another way': fileTraps,
  'a file with a lock': lockTraps,
  'a field to write in': fieldTraps,
  'fields as they hang together': treeTraps,
  'a field that is not listed': strayTraps,
  'a field in its place': placeTraps,
  'a button': buttonTraps,
  'a list': listTraps,
  'a page': pageTraps,
  'a form with tags': tagTraps,
}

describe.each(Object.entries(groups))('%s', (_, traps) => {
  let outcomes: Outcome[]

  beforeAll(async () => {
    outcomes = await tryTraps(traps)
  })

  test.each(Object.keys(traps))('%s', (name) => {
    const outcome = outcomes.find((one) => one.name === name)
    if (!outcome) throw new Error(`${name} was not tried`)
    if (outcome.trap.refused) expectRefusal(outcome, outcome.trap.refused)
    else expectFilled(outcome)
  })
})
