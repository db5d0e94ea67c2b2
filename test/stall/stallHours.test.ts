import { stallHours } from '../../src/stall/stallHours.ts'

const HOUR = 3_600_000

test('adds up what tablets and tray counted, hour by hour, in order', () => {
  const tallies = [
    [
      { from: 2 * HOUR, started: 3, finished: 1 },
      { from: HOUR, started: 2, finished: 2 },
    ],
    [{ from: 2 * HOUR, started: 4, finished: 4 }],
  ]
  const happenings = [
    { what: 'printed' as const, from: 2 * HOUR, count: 5 },
    { what: 'sent' as const, from: 3 * HOUR, count: 1 },
  ]
  expect(stallHours(tallies, happenings)).toEqual([
    { from: HOUR, started: 2, finished: 2, printed: 0, sent: 0 },
    { from: 2 * HOUR, started: 7, finished: 5, printed: 5, sent: 0 },
    { from: 3 * HOUR, started: 0, finished: 0, printed: 0, sent: 1 },
  ])
  expect(stallHours([], [])).toEqual([])
})
