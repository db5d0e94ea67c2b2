import { dueAfter } from '../../assets/web/stall-clock.js'

test.each([
  [-5_000, 'nothing'],
  [0, 'nothing'],
  [89_999, 'nothing'],
  [90_000, { secondsLeft: 20 }],
  [90_001, { secondsLeft: 20 }],
  [109_000, { secondsLeft: 1 }],
  [109_999, { secondsLeft: 1 }],
  [110_000, 'clear'],
  [8 * 3_600_000, 'clear'],
])('after %d ms without a touch: %j', (ms, due) => {
  expect(dueAfter(ms)).toEqual(due)
})
