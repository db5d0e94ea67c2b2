import { aesSealer, CannotOpen, plainSealer } from '../../src/storage/seal.ts'

const key = (fill: number) => new Uint8Array(32).fill(fill)
const sealer = aesSealer(key(1))
const words = 'Łukasz Żółć — “£5”\0\u{1F46E}'

test.each([
  ['AES-256-GCM', sealer],
  ['nothing', plainSealer],
])('%s gives back texts, bytes and nothing at all', (_, { seal, open, openText }) => {
  expect(openText(seal(words, 'here'), 'here')).toBe(words)
  expect([...open(seal(Uint8Array.of(0, 255, 128), 'here'), 'here')]).toEqual([0, 255, 128])
  expect(openText(seal('', 'here'), 'here')).toBe('')
})

test('what is sealed tells nothing, and never looks the same twice', () => {
  const sealed = Array.from({ length: 100 }, () => Buffer.from(sealer.seal('canary canary', 'here')))
  expect(sealed.filter((bytes) => bytes.includes('canary'))).toEqual([])
  expect(new Set(sealed.map((bytes) => bytes.subarray(1, 13).toString('hex'))).size).toBe(100)
  expect(Buffer.from(plainSealer.seal('canary canary', 'here')).includes('canary')).toBe(true)
})

test('another key, another place and any changed byte are refused', () => {
  const sealed = sealer.seal(words, 'answers/one/why')
  expect(() => aesSealer(key(2)).openText(sealed, 'answers/one/why')).toThrow(CannotOpen)
  expect(() => sealer.openText(sealed, 'answers/two/why')).toThrow(CannotOpen)
  for (const at of sealed.keys()) {
    const changed = Uint8Array.from(sealed)
    changed[at]! ^= 1
    expect(() => sealer.open(changed, 'answers/one/why')).toThrow(CannotOpen)
  }
  for (const end of [0, 1, 12, 13, 28]) {
    expect(() => sealer.open(sealed.subarray(0, end), 'answers/one/why')).toThrow(CannotOpen)
  }
})

test('plain and sealed values are never taken for each other', () => {
  expect(() => plainSealer.open(sealer.seal('x', 'here'), 'here')).toThrow(CannotOpen)
  expect(() => sealer.open(plainSealer.seal('x', 'here'), 'here')).toThrow('sealed with another key')
})

test('a key of another length is refused', () => {
  expect(() => aesSealer(new Uint8Array(16))).toThrow('a key of 32 bytes is needed, not of 16')
})
