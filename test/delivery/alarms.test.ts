import { dueAt } from '../../src/delivery/deadline.ts'
import type { Entry } from '../../src/delivery/deliveryStore.ts'
import { accepted, closing, entryAt, HOUR, MINUTE, mopac } from './samples.ts'

describe('alarms to organisers', () => {
  const alarms = (entries: Entry[], now: number) => dueAt(entries, mopac, now).alarms.map(({ once }) => once)
  const name = (minutes: number) => `alarm 2017-10-06T17:30 ${minutes}`
  const stuck = entryAt(closing - 2 * HOUR)

  test('an hour, half an hour and ten minutes before, each under a name of its own; none before and none after', () => {
    const at = (minutes: number) => alarms([stuck], closing - minutes * MINUTE)
    expect(alarms([stuck], closing - HOUR - 1)).toEqual([])
    expect([60, 31].map(at)).toEqual([[name(60)], [name(60)]])
    expect([30, 11].map(at)).toEqual([[name(30)], [name(30)]])
    expect([10, 1].map(at)).toEqual([[name(10)], [name(10)]])
    expect(at(0)).toEqual([])
  })

  test('nothing unsent, no alarm: not for the accepted, nor for a letter of a moment ago', () => {
    const now = closing - 20 * MINUTE
    expect(alarms([entryAt(closing - HOUR, accepted(now))], now)).toEqual([])
    expect(alarms([entryAt(now - MINUTE)], now)).toEqual([])
    expect(alarms([entryAt(now - 2 * MINUTE)], now)).toEqual([name(30)])
    expect(alarms([entryAt(now, { refusedAt: now })], now)).toEqual([name(30)])
  })

  test('numbers alone: by state, and how long the oldest has waited', () => {
    const now = closing - 50 * MINUTE
    const entries = [
      stuck,
      entryAt(closing - HOUR, { id: 'd2', ...accepted(now) }, { id: 's2', responseId: 'r2' }),
      entryAt(closing - HOUR, { id: 'd3', refusedAt: now }, { id: 's3', responseId: 'r3' }),
    ]
    expect(dueAt(entries, mopac, now).alarms[0]?.data).toEqual({
      ...{ waiting: 1, unknown: 0, notDelivered: 1, accepted: 1, oldestMinutes: 70 },
    })
  })

  test('one set aside raises its own at once', () => {
    const now = closing - 24 * HOUR
    expect(alarms([entryAt(now, { setAsideAt: now, setAsideWords: 'x' })], now)).toEqual(['alarm set-aside d1'])
  })
})
