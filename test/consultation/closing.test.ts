import {
  hasClosed,
  hoursLeft,
  lastPostingDay,
  sayClosing,
  timeLeft,
  untilClosing,
} from '../../src/consultation/closing.ts'
import { momentIn, sayTime } from '../../src/consultation/moments.ts'

const timeZone = 'Europe/London'
const closesAtMs = momentIn('2017-10-06T17:30', timeZone)
const mopac = { closesAtMs, timeZone }
const at = (local: string) => momentIn(local, timeZone)
const MINUTE = 60_000

test('the closing is 16:30:00.000Z, for summer time holds', () => {
  expect(new Date(closesAtMs).toISOString()).toBe('2017-10-06T16:30:00.000Z')
})

test('a moment is in time to the last millisecond before, and late from the closing on', () => {
  expect(hasClosed(mopac, closesAtMs - 1)).toBe(false)
  expect(hasClosed(mopac, closesAtMs)).toBe(true)
  for (let minute = -120; minute <= 120; minute += 1) {
    expect(hasClosed(mopac, closesAtMs + minute * MINUTE)).toBe(minute >= 0)
  }
})

test('what is left is said in the unit that helps', () => {
  expect(timeLeft(mopac, at('2017-09-25T10:00'))).toBe('11 days left')
  expect(timeLeft(mopac, at('2017-10-05T23:59'))).toBe('1 day left')
  expect(timeLeft(mopac, at('2017-10-06T00:00'))).toBe('17 hours left')
  expect(timeLeft(mopac, at('2017-10-06T16:15'))).toBe('1 hour 15 minutes left')
  expect(timeLeft(mopac, at('2017-10-06T16:30'))).toBe('1 hour left')
  expect(timeLeft(mopac, at('2017-10-06T17:29'))).toBe('1 minute left')
  expect(timeLeft(mopac, closesAtMs - 1)).toBe('Less than a minute left')
  expect(timeLeft(mopac, closesAtMs)).toBeNull()
})

test('the closing is said as London’s calendar and clocks show it', () => {
  expect(sayClosing(mopac, at('2017-09-25T10:00'))).toEqual({
    day: 'Friday 6 October 2017',
    time: '5:30pm, UK time',
    left: '11 days left',
    passed: false,
  })
})

test('the last safe posting day goes back over working days only', () => {
  const lastDay = (closing: string, workingDays: number, holidays: string[] = []) =>
    lastPostingDay({ closesAtMs: at(closing), timeZone, posting: { workingDays, holidays } })
  expect(lastDay('2017-10-06T17:30', 2)).toBe('2017-10-04')
  expect(lastDay('2017-10-09T17:30', 2)).toBe('2017-10-05')
  expect(lastDay('2017-08-30T12:00', 2, ['2017-08-28'])).toBe('2017-08-25')
})

test('a time that clocks skip or repeat is not a moment', () => {
  expect(() => momentIn('2017-03-26T01:30', timeZone)).toThrow(RangeError)
  expect(() => momentIn('2017-10-29T01:30', timeZone)).toThrow(RangeError)
  expect(() => momentIn('2017-10-06T17:30', 'Europe/Dagenham')).toThrow(RangeError)
})

test.each([
  ['2017-10-06T17:30', '5:30pm'],
  ['2017-10-06T12:00', 'midday'],
  ['2017-10-06T12:30', '12:30pm'],
  ['2017-10-06T00:00', 'midnight'],
  ['2017-10-06T00:05', '12:05am'],
])('%s is said as %s', (local, words) => {
  expect(sayTime(at(local), timeZone)).toBe(words)
})

test('what is left is counted in hours and minutes for those who watch it', () => {
  expect(hoursLeft(mopac, at('2017-09-25T10:00'))).toBe('271 hours 30 minutes')
  expect(hoursLeft(mopac, at('2017-10-06T16:29'))).toBe('1 hour 1 minute')
  expect(hoursLeft(mopac, at('2017-10-06T16:31'))).toBe('59 minutes')
  expect(hoursLeft(mopac, closesAtMs - 1)).toBe('Less than a minute')
  expect(hoursLeft(mopac, closesAtMs)).toBeNull()
})

test('a record of the days before the closing ends at the closing', () => {
  expect(untilClosing(mopac, closesAtMs - 1)).toBe(closesAtMs - 1)
  expect(untilClosing(mopac, closesAtMs + 5)).toBe(closesAtMs)
})
