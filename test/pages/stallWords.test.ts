import { cardView, overWords, stallLine } from '../../src/pages/stallWords.ts'
import type { Shift, Stall } from '../../src/stall/stall.ts'

const NOW = Date.UTC(2017, 8, 30, 11)
const reading = { now: NOW, timeZone: 'Europe/London' }
const stall: Stall = { id: 's', name: 'S', place: 'P', day: '2017-09-30', madeAt: 1, closedAt: null }
const shift = (more: Partial<Shift> = {}): Shift => ({
  ...{ id: 'a', stallId: 's', number: 1, pairedAt: null, revokedAt: null, seenAt: null, sides: 'two' },
  ...{ unsent: 0, tally: [], aheadMs: 0 },
  ...more,
})
const paired = { pairedAt: NOW - 7_200_000, seenAt: NOW - 60_000 }

test('a card is not used, paired or revoked, each in a sentence with its time', () => {
  expect(cardView(shift(), reading)).toMatchObject({
    state: 'unused',
    says: 'Not used yet.',
    unsent: null,
    clock: null,
  })
  expect(cardView(shift(paired), reading).says).toBe('Paired, last heard of at 11:59:00.')
  expect(cardView(shift({ pairedAt: NOW }), reading).says).toBe('Paired at 12:00:00, not heard of since.')
  const revoked = cardView(shift({ ...paired, revokedAt: NOW, unsent: 1 }), reading)
  expect(revoked.state).toBe('revoked')
  expect(revoked.unsent).toBe('1 finished response waits on it: only a rescue file brings them now.')
})

test.each([
  [119_000, null],
  [-119_000, null],
  [360_000, '6 minutes ahead'],
  [-7_200_000, '2 hours behind'],
  [86_400_000, '24 hours ahead'],
  [-172_800_000, '2 days behind'],
])('a clock that is %d ms off is said to be %s', (aheadMs, words) => {
  const { clock } = cardView(shift({ ...paired, aheadMs }), reading)
  expect(clock === null ? null : clock).toEqual(words === null ? null : expect.stringContaining(words))
})

test('a stall in one line counts live cards and what waits on all that are', () => {
  const shifts = [shift(), shift({ ...paired, unsent: 3 }), shift({ ...paired, revokedAt: 1, unsent: 9 })]
  expect(stallLine({ ...stall, shifts }, reading)).toBe('2 cards, 1 paired, 3 waiting on tablets.')
  expect(stallLine({ ...stall, closedAt: NOW, shifts: [shift()] }, reading)).toBe('1 card, 0 paired. Over.')
})

test('a stall is over when it was closed, or six hours into the night', () => {
  const at = (now: number, more: Partial<Stall> = {}) => overWords({ ...stall, ...more }, { ...reading, now })
  expect(at(Date.UTC(2017, 9, 1, 4, 59))).toBeNull()
  expect(at(Date.UTC(2017, 9, 1, 5))).toContain('over')
  expect(at(NOW, { closedAt: NOW })).toBe('This stall was closed at 12:00:00.')
})
