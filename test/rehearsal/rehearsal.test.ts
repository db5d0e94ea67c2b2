import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { localTime, momentIn } from '../../src/consultation/moments.ts'
import { firstMoment } from '../../src/rehearsal/moment.ts'
import { WrongUsage } from '../../src/rehearsal/options.ts'
import { startRehearsal } from '../../src/rehearsal/rehearsal.ts'
import { withFolder } from '../storage/folder.ts'
import { harbour, mopac } from './packs.ts'

const machineNow = Date.parse('2026-11-22T18:00:00Z')
const minute = 60_000
const plain = { rehearse: true, at: null, fresh: false }

const rehearse = (
  folder: string,
  { pack = mopac, ...options }: { at?: string; fresh?: boolean; pack?: typeof mopac },
  machine = machineNow,
) => {
  const begun = startRehearsal(join(folder, 'rehearsal'), pack, { ...plain, ...options }, machine)
  begun.keep()
  return { now: localTime(machine + begun.offsetMs, pack.timeZone), setAside: begun.setAside }
}

test('a first rehearsal starts at ten on 25 September 2017, London time', () =>
  withFolder((folder) => {
    expect(rehearse(folder, {})).toEqual({ now: '2017-09-25T10:00:00', setAside: null })
  }))

test('another pack is rehearsed eleven days before its own closing, on its own clocks', () =>
  withFolder((folder) => {
    expect(rehearse(folder, { pack: harbour }).now).toBe('2031-03-17T10:00:00')
    expect(firstMoment(harbour)).toBe(Date.parse('2031-03-16T23:00:00Z'))
    expect(rehearse(folder, { pack: harbour, at: '2031-03-28T11:55' }).now).toBe('2031-03-28T11:55:00')
  }))

test('a folder with the rehearsal of another pack is refused, and --fresh begins anew', () =>
  withFolder((folder) => {
    rehearse(folder, {})
    expect(() => rehearse(folder, { pack: harbour })).toThrow(/a rehearsal of mopac-2017, not of harbour.+--fresh/)
    expect(rehearse(folder, { pack: harbour, fresh: true }).now).toBe('2031-03-17T10:00:00')
  }))

test('a clock of before packs were named in it goes on', () =>
  withFolder((folder) => {
    mkdirSync(join(folder, 'rehearsal'))
    const offsetMs = momentIn('2017-10-01T10:00', 'Europe/London') - machineNow
    writeFileSync(join(folder, 'rehearsal', 'clock.json'), JSON.stringify({ offsetMs }))
    expect(rehearse(folder, {}).now).toBe('2017-10-01T10:00:00')
  }))

test('nothing is written until the clock is kept', () =>
  withFolder((folder) => {
    startRehearsal(join(folder, 'rehearsal'), mopac, { ...plain, at: '2017-10-06T17:25' }, machineNow)
    expect(readdirSync(folder)).toEqual([])
  }))

test('--at starts elsewhere', () =>
  withFolder((folder) => {
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
    expect(back).toThrow(/has come to 2017-10-06T17:26:00, on the clocks of Europe\/London.+add --fresh/)
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
    expect(() => rehearse(folder, {})).toThrow(/clock\.json does not hold a rehearsal's clock\. To go on, add --fresh/)
    expect(rehearse(folder, { fresh: true }).now).toBe('2017-09-25T10:00:00')
  }))
