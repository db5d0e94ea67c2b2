import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { londonTime, readMoment } from '../../src/rehearsal/moment.ts'
import { startOptions, WrongUsage } from '../../src/rehearsal/options.ts'
import { startRehearsal } from '../../src/rehearsal/rehearsal.ts'
import { withFolder } from '../storage/folder.ts'

const machineNow = Date.parse('2026-11-22T18:00:00Z')
const minute = 60_000
const plain = { rehearse: true, at: null, fresh: false }

const rehearse = (folder: string, options: { at?: string; fresh?: boolean }, machine = machineNow) => {
  const { offsetMs, setAside } = startRehearsal(join(folder, 'rehearsal'), { ...plain, ...options }, machine)
  return { now: londonTime(machine + offsetMs), setAside }
}

test('a first rehearsal starts at ten on 25 September 2017, London time', () =>
  withFolder((folder) => {
    expect(rehearse(folder, {})).toEqual({ now: '2017-09-25T10:00:00', setAside: null })
  }))

test('--at starts elsewhere, in summer time and in winter time', () =>
  withFolder((folder) => {
    expect(readMoment('2017-10-06T17:30')).toBe(Date.parse('2017-10-06T16:30:00Z'))
    expect(readMoment('2017-11-06T17:30:15')).toBe(Date.parse('2017-11-06T17:30:15Z'))
    expect(rehearse(folder, { at: '2017-10-06T17:25' }).now).toBe('2017-10-06T17:25:00')
  }))

test('a later start goes on from there: the clock ran while the rehearsal did not', () =>
  withFolder((folder) => {
    rehearse(folder, { at: '2017-10-06T17:25' })
    expect(rehearse(folder, {}, machineNow + 10 * minute).now).toBe('2017-10-06T17:35:00')
    expect(rehearse(folder, { at: '2017-10-07T09:00' }, machineNow + 20 * minute).now).toBe('2017-10-07T09:00:00')
    expect(rehearse(folder, {}, machineNow + 30 * minute).now).toBe('2017-10-07T09:10:00')
  }))

test('time never runs back, and a refused start changes nothing', () =>
  withFolder((folder) => {
    rehearse(folder, { at: '2017-10-06T17:25' })
    const later = machineNow + minute
    const back = () => rehearse(folder, { at: '2017-10-06T17:25' }, later)
    expect(back).toThrow(WrongUsage)
    expect(back).toThrow(/has come to 2017-10-06T17:26:00, London time.+add --fresh/)
    expect(rehearse(folder, {}, later).now).toBe('2017-10-06T17:26:00')
    expect(rehearse(folder, { at: '2017-10-06T17:26' }, later).now).toBe('2017-10-06T17:26:00')
  }))

test('--fresh sets the old rehearsal aside under its day, numbered, and begins a new one', () =>
  withFolder((folder) => {
    const begin = (fresh: boolean) => rehearse(folder, { at: '2017-10-06T17:25', fresh })
    expect(begin(true).setAside).toBeNull()
    writeFileSync(join(folder, 'rehearsal', 'responses.sqlite'), 'answers')
    expect(begin(true).setAside).toBe(join(folder, 'rehearsal-set-aside-2026-11-22'))
    expect(begin(true).setAside).toBe(join(folder, 'rehearsal-set-aside-2026-11-22-2'))
    expect(existsSync(join(folder, 'rehearsal-set-aside-2026-11-22', 'responses.sqlite'))).toBe(true)
    expect(readdirSync(join(folder, 'rehearsal'))).toEqual(['clock.json'])
    expect(rehearse(folder, { fresh: true }).now).toBe('2017-09-25T10:00:00')
  }))

test('a wrong --at sets nothing aside, even with --fresh', () =>
  withFolder((folder) => {
    rehearse(folder, {})
    expect(() => rehearse(folder, { at: 'noon', fresh: true })).toThrow(WrongUsage)
    expect(readdirSync(folder)).toEqual(['rehearsal'])
  }))

test('a clock file that holds no clock is told with the remedy', () =>
  withFolder((folder) => {
    mkdirSync(join(folder, 'rehearsal'))
    writeFileSync(join(folder, 'rehearsal', 'clock.json'), '{"offsetMs":"soon"}')
    expect(() => rehearse(folder, {})).toThrow(/clock\.json does not hold a rehearsal's clock\. Add --fresh/)
    expect(rehearse(folder, { fresh: true }).now).toBe('2017-09-25T10:00:00')
  }))

test.each([
  '',
  'noon',
  '2017-10-06',
  '2017-10-06 17:25',
  '2017-10-06T17:25Z',
  '2017-02-30T10:00',
  '2017-10-06T24:01',
  '6.10.2017',
])('%j is not a time that --at takes', (typed) => {
  expect(() => readMoment(typed)).toThrow(WrongUsage)
  expect(() => readMoment(typed)).toThrow(/Write London time like this: --at 2017-10-06T17:25$/)
})

describe('the command line', () => {
  test('is read into what it asks for', () => {
    expect(startOptions([])).toEqual({ rehearse: false, at: null, fresh: false })
    expect(startOptions(['--rehearse', '--at', '2017-10-06T17:25', '--fresh'])).toEqual({
      rehearse: true,
      at: '2017-10-06T17:25',
      fresh: true,
    })
  })

  test.each([
    [['--at', '2017-10-06T17:25']],
    [['--fresh']],
    [['--rehearse', '--faster']],
    [['--rehearse', '--at']],
    [['rehearse']],
  ])('%j is refused with how to use it', (words) => {
    expect(() => startOptions(words)).toThrow(WrongUsage)
    expect(() => startOptions(words)).toThrow(/Use: npm run rehearse/)
  })
})
