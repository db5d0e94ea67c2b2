import { chmod, mkdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checkBackups, checkDisk, checkPrivate } from '../../src/doctor/files.ts'
import { withFolder } from '../cli/command.ts'

const us = process.getuid!()
const levels = async (path: string, missing: string | null = null, user = us) =>
  (await checkPrivate(path, user, missing)).map(({ level }) => level)

test('a key that others may read is wrong, and the remedy mends it', () =>
  withFolder(async (folder) => {
    const key = join(folder, 'server.key')
    await writeFile(key, 'x', { mode: 0o644 })
    const [found] = await checkPrivate(key, us, null)
    expect(found).toMatchObject({ level: 'wrong', remedy: `chmod 600 ${key}` })
    await chmod(key, 0o600)
    expect(await levels(key)).toEqual(['fine'])
  }))

test('a file that is not there is wrong where it is needed', () =>
  withFolder(async (folder) => {
    expect(await levels(join(folder, 'server.key'), 'Put it back.')).toEqual(['wrong'])
    expect(await levels(join(folder, '.env'))).toEqual([])
  }))

test('a file of another user is wrong, except to root', () =>
  withFolder(async (folder) => {
    await chmod(folder, 0o700)
    expect(await levels(folder, null, us + 1)).toEqual(['wrong'])
    expect(await levels(folder, null, 0)).toEqual(['fine'])
  }))

test('the free space is said', () =>
  withFolder(async (folder) => {
    expect((await checkDisk(folder)).words).toMatch(/^[\d,]+ MB are free beside /)
  }))

const HOUR = 3_600_000
const NOW = Date.UTC(2026, 0, 1)

test('backups are young enough, and none is older than people are told', () =>
  withFolder(async (folder) => {
    const backups = join(folder, 'backups')
    const level = async () => (await checkBackups(backups, 30, NOW)).level
    const add = async (name: string, hours: number) => {
      await writeFile(join(backups, name), 'x')
      await utimes(join(backups, name), new Date(NOW - hours * HOUR), new Date(NOW - hours * HOUR))
    }
    expect(await level()).toBe('wrong')
    await mkdir(backups)
    expect(await level()).toBe('wrong')
    await add('old.sqlite', 48)
    expect(await level()).toBe('wrong')
    await add('young.sqlite', 3)
    expect(await level()).toBe('fine')
    await add('ancient.sqlite', 32 * 24)
    expect(await level()).toBe('wrong')
  }))
