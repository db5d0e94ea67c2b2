import { dayChart, unbroken } from '../../src/pages/dayChart.ts'
import type { StallHour } from '../../src/stall/stalls.ts'

const HOUR = 60 * 60_000
// Ten in the morning in London, in September 2017.
const TEN = Date.UTC(2017, 8, 25, 9)
const LONDON = 'Europe/London'

const hour = (at: number, more: Partial<StallHour> = {}): StallHour => ({
  ...{ from: TEN + at * HOUR, started: 0, finished: 0, printed: 0, sent: 0 },
  ...more,
})

test('hours without anybody stand between those with some', () => {
  const shown = unbroken([hour(0, { started: 2 }), hour(7, { started: 1 })])
  expect(shown.map(({ from }) => (from - TEN) / HOUR)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
  expect(shown.map(({ started }) => started)).toEqual([2, 0, 0, 0, 0, 0, 0, 1])
})

test('a first hour alone has others after it, and nothing at all has none', () => {
  expect(unbroken([hour(0, { started: 1 })])).toHaveLength(6)
  expect(unbroken([])).toEqual([])
  expect(dayChart([], LONDON)).toMatchObject({ hours: [], lanes: [{ total: '0', bars: [] }, {}, {}, {}] })
})

test('the highest bar leaves room for its number, the lowest is still seen, none is drawn of nothing', () => {
  const { lanes, hours } = dayChart([hour(0, { started: 1000 }), hour(1, { started: 1, finished: 1 })], LONDON)
  expect(lanes[0]?.bars.map(({ height, count }) => [height, count])).toEqual([
    ['70%', 1000],
    ['3%', 1],
  ])
  expect(lanes[1]?.bars).toHaveLength(1)
  expect(lanes[0]?.total).toBe('1,001')
  expect(hours.map((one) => one.hour)).toEqual(['10am', '11am', 'midday', '1pm', '2pm', '3pm'])
})

test('on the night that the clocks go back, an hour that stands twice is two bars', () => {
  const from = Date.UTC(2017, 9, 29, 0)
  const { hours } = dayChart([{ ...hour(0), from, started: 1 }], LONDON)
  expect(hours.map((one) => one.hour)).toEqual(['1am', '1am', '2am', '3am', '4am', '5am'])
})
