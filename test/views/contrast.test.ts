import { readFileSync } from 'node:fs'

const css = readFileSync(new URL('../../assets/web/site.css', import.meta.url), 'utf8')

const tokensIn = (block: string) =>
  Object.fromEntries([...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name!, value!]))

const [light, dark] = [...css.matchAll(/:root \{[^}]*\}/g)].slice(0, 2).map(([block]) => tokensIn(block))

/** Relative luminance, WCAG 2.2. */
const luminance = (colour: string) => {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

const contrast = (one: string, other: string) => {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high! + 0.05) / (low! + 0.05)
}

/** Every pair that meets on a page, with the least contrast that we promise: 7 for words (AAA), 3 for marks (AA). */
const pairs: [string, string, number][] = [
  ...['paper', 'card', 'wash'].flatMap((ground): [string, string, number][] => [
    ['ink', ground, 12],
    ['quiet', ground, 7],
    ['lamp', ground, 7],
    ['lamp-deep', ground, 7],
  ]),
  ['brick', 'paper', 6.5],
  ['brick', 'card', 6.5],
  ['moss', 'paper', 7],
  ['moss', 'card', 7],
  ['paper', 'moss', 7],
  ['on-lamp', 'lamp', 7],
  ['on-lamp', 'lamp-deep', 7],
  ['on-brick', 'brick', 6.5],
]

describe.each([
  ['by day', light!],
  ['by night', dark!],
])('colours %s', (_, tokens) => {
  test.each(pairs)('%s on %s', (front, ground, least) => {
    expect(contrast(tokens[front]!, tokens[ground]!)).toBeGreaterThanOrEqual(least)
  })

  test('every colour is in a pair, but the rules that only part', () => {
    const paired = new Set<unknown>(pairs.flat())
    expect(Object.keys(tokens).filter((name) => !paired.has(name))).toEqual(['line'])
  })
})

test('no colour stands outside the tokens, and the sheet is at most 30 kB', () => {
  const rules = css.replace(/:root \{[^}]*\}/g, '')
  expect(rules.match(/#[0-9a-f]{3,8}\b/gi)).toEqual(['#ffffff'])
  expect(Buffer.byteLength(css)).toBeLessThanOrEqual(30_000)
})
