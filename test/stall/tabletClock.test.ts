import { clockTrouble } from '../../src/stall/tabletClock.ts'

const HOUR = 3_600_000

test('clocks are said to be wrong from five minutes on, in the unit that one thinks in', () => {
  expect(clockTrouble(299_000)).toBe(null)
  expect(clockTrouble(-299_000)).toBe(null)
  expect(clockTrouble(-6 * 60_000)).toContain('clock is 6 minutes behind')
  expect(clockTrouble(25 * HOUR)).toContain('25 hours ahead')
  expect(clockTrouble(72 * HOUR)).toContain('3 days ahead')
})
