import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { responsesKeyIn, serverKeyIn } from '../../src/storage/keyFiles.ts'
import { withFolder } from './folder.ts'

describe.each([
  { name: 'server.key', keyIn: serverKeyIn },
  { name: 'responses.key', keyIn: responsesKeyIn },
])('$name', ({ name, keyIn }) => {
  test('the first call makes 32 bytes that only their owner can read; later calls read them', () =>
    withFolder((folder) => {
      const data = join(folder, 'data')
      const key = keyIn(data)
      expect(key).toHaveLength(32)
      expect(new Uint8Array(readFileSync(join(data, name)))).toEqual(key)
      expect(statSync(join(data, name)).mode & 0o777).toBe(0o600)
      expect(keyIn(data)).toEqual(key)
      expect(readdirSync(data)).toEqual([name])
    }))

  test('two folders have two keys', () =>
    withFolder((folder) => {
      expect(keyIn(join(folder, 'a'))).not.toEqual(keyIn(join(folder, 'b')))
    }))

  test('a file of another length is refused, and left alone', () =>
    withFolder((folder) => {
      const file = join(folder, name)
      writeFileSync(file, 'too short')
      expect(() => keyIn(folder)).toThrow(`${name} has 9 bytes instead of 32. Put the file back`)
      expect(readFileSync(file, 'utf8')).toBe('too short')
    }))
})

test('the two are not one', () =>
  withFolder((folder) => {
    expect(serverKeyIn(folder)).not.toEqual(responsesKeyIn(folder))
  }))
