import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { serverKeyIn } from '../../src/storage/serverKey.ts'
import { withFolder } from './folder.ts'

test('the first call makes 32 bytes that only their owner can read; later calls read them', () =>
  withFolder((folder) => {
    const data = join(folder, 'data')
    const key = serverKeyIn(data)
    expect(key).toHaveLength(32)
    expect(new Uint8Array(readFileSync(join(data, 'server.key')))).toEqual(key)
    expect(statSync(join(data, 'server.key')).mode & 0o777).toBe(0o600)
    expect(serverKeyIn(data)).toEqual(key)
    expect(readdirSync(data)).toEqual(['server.key'])
  }))

test('two folders have two keys', () =>
  withFolder((folder) => {
    expect(serverKeyIn(join(folder, 'a'))).not.toEqual(serverKeyIn(join(folder, 'b')))
  }))

test('a key file of another length is refused, and left alone', () =>
  withFolder((folder) => {
    const file = join(folder, 'server.key')
    writeFileSync(file, 'too short')
    expect(() => serverKeyIn(folder)).toThrow(/server\.key has 9 bytes instead of 32\. Put the file back/)
    expect(readFileSync(file, 'utf8')).toBe('too short')
  }))
