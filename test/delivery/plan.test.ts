import { lettersFor, messageIdsAt, minutesToNext } from '../../src/delivery/plan.ts'
import { closing, mopac, submissionAt, takesLate } from './samples.ts'

const kinds = (letters: ReturnType<typeof lettersFor>) => letters.map(({ letter, to }) => [letter, to])
const person = 'ann@people.example'

test('in time to the last millisecond: the response to the body, a copy to its person', () => {
  for (const pack of [mopac, takesLate]) {
    expect(kinds(lettersFor(submissionAt(closing - 1), pack))).toEqual([
      ['response', null],
      ['copy', person],
    ])
  }
})

test('kept at the closing it is late: only its person is told, unless the pack takes late ones', () => {
  const late = submissionAt(closing, { firstByteAt: closing - 2000 })
  expect(kinds(lettersFor(late, mopac))).toEqual([['late', person]])
  expect(kinds(lettersFor(late, takesLate))).toEqual([
    ['response', null],
    ['copy', person],
    ['late', person],
  ])
})

test('without an address nobody but the body is written to', () => {
  const frozen = { ...submissionAt(0).frozen!, address: null, vouched: { by: 'card 12', at: 5 } }
  expect(kinds(lettersFor(submissionAt(closing - 1, { frozen }), mopac))).toEqual([['response', null]])
  expect(lettersFor(submissionAt(closing, { frozen }), mopac)).toEqual([])
})

test('each letter of a version comes once, and another version’s is another', () => {
  const once = (id: string) => lettersFor(submissionAt(closing - 1, { id }), mopac).map((letter) => letter.once)
  expect(once('s1')).toEqual(once('s1'))
  expect(new Set([...once('s1'), ...once('s2')]).size).toBe(4)
})

test('a response has one Message-ID for each version, other letters one by chance', () => {
  const idOf = messageIdsAt('respond@campaign.example')
  const [first, second] = [submissionAt(1), submissionAt(2, { id: 's2', version: 2 })]
  expect(idOf({ letter: 'response' }, first)).toBe('<K7MQ2FTD.1@campaign.example>')
  expect(idOf({ letter: 'response' }, second)).toBe('<K7MQ2FTD.2@campaign.example>')
  expect(idOf({ letter: 'copy' }, first)).not.toBe(idOf({ letter: 'copy' }, first))
  expect(idOf({ letter: 'code' }, null)).toMatch(/^<[0-9a-f-]{36}@campaign\.example>$/)
})

test('five versions are taken in an hour, and the sixth once the first of them is an hour old', () => {
  const MINUTE = 60_000
  const versions = [50, 40, 30, 20, 10].map((minutes) => ({ committedAt: minutes * MINUTE }))
  expect(minutesToNext(versions.slice(1), 50 * MINUTE)).toBeNull()
  expect(minutesToNext(versions, 50 * MINUTE)).toBe(20)
  expect(minutesToNext(versions, 70 * MINUTE - 1)).toBe(1)
  expect(minutesToNext(versions, 70 * MINUTE)).toBeNull()
})
