import { readMoment } from '../../src/rehearsal/moment.ts'
import { WrongUsage } from '../../src/rehearsal/options.ts'
import { harbour, mopac } from './packs.ts'

test('a time is read on the pack’s clocks, in summer time and in winter time', () => {
  expect(readMoment('2017-10-06T17:30', mopac)).toBe(Date.parse('2017-10-06T16:30:00Z'))
  expect(readMoment('2017-11-06T17:30:15', mopac)).toBe(Date.parse('2017-11-06T17:30:15Z'))
  expect(readMoment('2031-03-28T11:55', harbour)).toBe(Date.parse('2031-03-28T00:55:00Z'))
})

test.each([
  '',
  'noon',
  '2017-10-06',
  '2017-10-06 17:25',
  '2017-10-06T17:25Z',
  '2017-02-30T10:00',
  '2017-10-06T24:01',
  '2017-03-26T01:30',
  '6.10.2017',
])('%j is not a time that --at takes', (typed) => {
  expect(() => readMoment(typed, mopac)).toThrow(WrongUsage)
  expect(() => readMoment(typed, mopac)).toThrow(
    /Write the time on the clocks of Europe\/London like this: --at 2017-10-06T17:25$/,
  )
})
