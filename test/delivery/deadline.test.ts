import { dueAt, GIVE_BACK_MS } from '../../src/delivery/deadline.ts'
import type { Entry } from '../../src/delivery/deliveryStore.ts'
import { accepted, attemptAt, closing, entryAt, HOUR, MINUTE, mopac, SECOND, takesLate } from './samples.ts'

const atClosing = `not-accepted s1 ${closing}`
const told = (entries: Entry[], now: number) => dueAt(entries, mopac, now).tell.map(({ once }) => once)

describe('a quarter of an hour before the closing', () => {
  const from = closing - GIVE_BACK_MS
  const greylisted = entryAt(closing - HOUR)

  test('what nobody accepted goes back to its person, with the last words; a moment before it does not', () => {
    expect(told([greylisted], from - 1)).toEqual([])
    expect(dueAt([greylisted], mopac, from).tell).toEqual([
      {
        submissionId: 's1',
        letter: 'not-accepted',
        once: atClosing,
        data: { words: '451 4.7.1 Greylisted', unknown: 0, open: 1 },
      },
    ])
  })

  test('what was accepted, withdrawn or deleted does not', () => {
    const others = [
      entryAt(closing - HOUR, accepted(from)),
      entryAt(closing - HOUR, { withdrawnAt: from }),
      entryAt(closing - HOUR, {}, { responseId: null, reference: null }),
    ]
    for (const other of others) expect(told([other], from)).toEqual([])
  })

  test('a letter of this minute gets its first try; after a minute without one its person hears', () => {
    const fresh = entryAt(from + MINUTE, { attempts: [] })
    expect(told([fresh], from + MINUTE + 59 * SECOND)).toEqual([])
    expect(told([fresh], from + 2 * MINUTE)).toEqual([atClosing])
  })

  test('a try under way is waited for', () => {
    const trying = entryAt(closing - HOUR, {
      attempts: [attemptAt(from - SECOND, { answeredAt: null, endedAt: null })],
    })
    expect(told([trying], from)).toEqual([])
    expect(told([trying], from + 3 * MINUTE)).toEqual([atClosing])
  })

  test('one that may have arrived goes back too, and says so', () => {
    const dropped = attemptAt(closing - HOUR, { bodyBegunAt: 1, bodyEndedAt: 2, answeredAt: null })
    const { tell } = dueAt([entryAt(closing - HOUR, { attempts: [dropped] })], mopac, from)
    expect(tell[0]?.data).toMatchObject({ unknown: 1 })
  })
})

describe('whatever the hour', () => {
  const day = closing - 24 * HOUR
  test('the refused and the sent back are told at once, once for each delivery; the set aside too', () => {
    expect(told([entryAt(day, { refusedAt: day, refusedWords: '550 no' })], day)).toEqual(['refused d1'])
    expect(told([entryAt(day, { ...accepted(day), bouncedAt: day + 1 })], day + 1)).toEqual(['bounced d1'])
    expect(told([entryAt(day, { setAsideAt: day })], day)).toEqual(['not-accepted s1 set-aside d1'])
    expect(told([entryAt(day)], day)).toEqual([])
  })

  test('the refused is told whether an earlier try may have arrived', () => {
    const tries = [attemptAt(day, { bodyBegunAt: 1, bodyEndedAt: 2, answeredAt: null }), attemptAt(day + MINUTE)]
    const unknown = (attempts: typeof tries) =>
      dueAt([entryAt(day, { attempts, refusedAt: day })], mopac, day + HOUR).tell[0]?.data.unknown
    expect([unknown(tries), unknown(tries.slice(1))]).toEqual([1, 0])
  })

  test('what its person waits for is the newest version’s newest delivery', () => {
    const refused = entryAt(day, { refusedAt: day })
    const again = entryAt(day + MINUTE, { id: 'd2', ...accepted(day + MINUTE) })
    const second = entryAt(day + MINUTE, { id: 'd3', submissionId: 's2', ...accepted(day) }, { id: 's2', version: 2 })
    expect(told([refused, again], day + HOUR)).toEqual([])
    expect(told([second, refused], day + HOUR)).toEqual([])
    expect(told([again, refused, { ...second, delivery: { ...second.delivery, bouncedAt: day } }], day)).toEqual([
      'bounced d3',
    ])
  })
})

test('a yes that came after its letter was put back in line counts for the version', () => {
  const from = closing - GIVE_BACK_MS
  const givenUp = entryAt(closing - HOUR, { abandonedAt: closing - HOUR, ...accepted(from) })
  expect(told([givenUp, entryAt(closing - MINUTE, { id: 'd2' })], closing - SECOND)).toEqual([])
  const twin = entryAt(closing - HOUR, { abandonedAt: closing - HOUR })
  expect(told([twin, entryAt(closing - MINUTE, { id: 'd2' })], closing - SECOND)).toEqual([atClosing])
})

describe('at the closing', () => {
  const waiting = entryAt(closing - HOUR)

  test('what waits is given up and its person told, to the millisecond; what was taken or ended is not', () => {
    expect(dueAt([waiting], mopac, closing - 1).abandon).toEqual([])
    const { abandon, tell } = dueAt([waiting], mopac, closing)
    expect([abandon, tell.map(({ once }) => once)]).toEqual([['d1'], [atClosing]])
    for (const end of [
      accepted(closing - 1),
      { refusedAt: 1 },
      { abandonedAt: 1 },
      { withdrawnAt: 1 },
      { setAsideAt: 1 },
    ]) {
      expect(dueAt([entryAt(closing - HOUR, end)], mopac, closing).abandon).toEqual([])
    }
  })

  test('a try that began before is waited for, and given up when it ends without a yes', () => {
    const trying = entryAt(closing - HOUR, { attempts: [attemptAt(closing - 1, { answeredAt: null, endedAt: null })] })
    expect(dueAt([trying], mopac, closing)).toEqual({ abandon: [], tell: [], alarms: [] })
    expect(dueAt([trying], mopac, closing + 3 * MINUTE).abandon).toEqual(['d1'])
  })

  test('where the pack takes late ones nothing is given up for three days', () => {
    expect(dueAt([waiting], takesLate, closing)).toMatchObject({ abandon: [], tell: [] })
    expect(dueAt([waiting], takesLate, closing + 72 * HOUR).abandon).toEqual(['d1'])
  })
})
