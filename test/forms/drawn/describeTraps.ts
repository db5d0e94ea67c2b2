import { indexOf } from '../fileKind.ts'
import { buttonTraps } from './buttonTraps.ts'
import { fieldTraps } from './fieldTraps.ts'
import { fileTraps } from './fileTraps.ts'
import { listTraps } from './listTraps.ts'
import { lockTraps } from './lockTraps.ts'
import { pageTraps } from './pageTraps.ts'
import { placeTraps } from './placeTraps.ts'
import { strayTraps } from './strayTraps.ts'
import { tagTraps } from './tagTraps.ts'
import type { Trap } from './trap.ts'
import { treeTraps } from './treeTraps.ts'
import { type Outcome, tryTraps } from './tryTrap.ts'

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

/** Tests that the first of each group of traps are filled right, or refused in words. */
export const describeTraps = (most: number): void => {
  const some = Object.entries(groups).map(
    ([group, traps]) => [group, Object.fromEntries(Object.entries(traps).slice(0, most))] as const,
  )
  describe.each(some)('%s', (_, traps) => {
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
}
