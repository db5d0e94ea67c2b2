import { alphabet, fold, inGroups, symbolsFrom } from '../../src/responses/alphabet.ts'
import { newReference } from '../../src/responses/reference.ts'
import { returnCodeFrom } from '../../src/responses/returnCode.ts'

const bytes = (length: number) => crypto.getRandomValues(new Uint8Array(length))

test('twelve symbols of the alphabet hold 58 bits and more', () => {
  expect(new Set(alphabet).size).toBe(29)
  expect(12 * Math.log2(new Set(alphabet).size)).toBeGreaterThan(58)
})

test('every capital and digit is a symbol or is read as one, and symbols are read as themselves', () => {
  for (const typed of '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ') expect(alphabet).toContain(fold(typed))
  expect(fold(alphabet)).toBe(alphabet)
  expect(fold('ILOZSBU')).toBe('110258V')
})

test('small letters, spaces, hyphens of every kind and marks that nobody sees are tolerated', () => {
  expect(fold(' k7mq–2ftd‑9xra\u200B\u00A0')).toBe('K7MQ2FTD9XRA')
  expect(fold('Ｋ７ＭＱ')).toBe('K7MQ')
})

test('a reference has eight symbols, and is read out in groups', () => {
  expect(newReference()).toMatch(/^[0-9A-Y]{8}$/)
  expect(inGroups('K7MQ2FTD')).toBe('K7MQ-2FTD')
})

test('what is far too long for a code costs no time to fold', () => {
  expect(fold(`K7MQ${' '.repeat(200)}2FTD`)).toBe('K7MQ')
})

test('the same bytes spell the same code, and one bit more or less another', () => {
  const secret = bytes(32)
  const other = secret.map((byte, index) => (index === 31 ? byte ^ 1 : byte))
  expect(returnCodeFrom(secret)).toMatch(/^[0-9A-Y]{4}-[0-9A-Y]{4}-[0-9A-Y]{4}$/)
  expect(returnCodeFrom(secret)).toBe(returnCodeFrom(secret))
  expect(returnCodeFrom(other)).not.toBe(returnCodeFrom(secret))
})

test('symbols are the base-29 digits of the bytes, the last first', () => {
  expect(symbolsFrom(Uint8Array.of(0, 28), 2)).toBe('Y0')
  expect(symbolsFrom(Uint8Array.of(1, 0), 2)).toBe(`${alphabet[256 % 29]}${alphabet[Math.floor(256 / 29)]}`)
})

test('every symbol is as likely as the others, in every place', () => {
  const counts = Array.from({ length: 8 }, () => new Map<string, number>())
  const codes = 29 * 200
  for (let made = 0; made < codes; made += 1) {
    for (const [place, symbol] of [...newReference()].entries()) {
      counts[place]!.set(symbol, (counts[place]!.get(symbol) ?? 0) + 1)
    }
  }
  for (const count of counts) {
    const chiSquared = [...alphabet].reduce((sum, symbol) => sum + ((count.get(symbol) ?? 0) - 200) ** 2 / 200, 0)
    // 28 degrees of freedom: above 90 about once in ten million runs.
    expect(chiSquared).toBeLessThan(90)
  }
})
