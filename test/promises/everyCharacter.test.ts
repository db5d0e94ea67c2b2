import { missingCharacters } from '../../src/pdf/missingCharacters.ts'
import { UnprintableText } from '../../src/pdf/unprintableText.ts'
import { startPicturePool } from '../../src/workers/picturePool.ts'
import { fillIn, prepared } from '../pdf/filledForm.ts'

const COUNT = 10_000

/** Numbers below 1 that look random and are the same in every run (mulberry32). */
const numbersFrom = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
}

const RANGES = [
  [32, 126],
  [160, 591],
  [880, 1327],
  [7680, 8191],
  [8192, 8399],
  [0x4e00, 0x4eff],
  [0x1f600, 0x1f64f],
  [0, 31],
]

const textFrom = (random: () => number): string => {
  const pick = () => {
    const [low = 32, high = 126] = RANGES[random() < 0.95 ? 0 : Math.floor(random() * RANGES.length)]!
    return String.fromCodePoint(low + Math.floor(random() * (high - low + 1)))
  }
  return Array.from({ length: 1 + Math.floor(random() * 60) }, pick).join('')
}

test(`${COUNT.toLocaleString('en-GB')} random texts reach the paper, or are named before anything is made`, async () => {
  const random = numbersFrom(20_171_006)
  const pool = startPicturePool()
  const counted = { onPaper: 0, named: 0 }
  for (let n = 0; n < COUNT; n += 1) {
    const text = textFrom(random)
    if (missingCharacters(prepared, text).length > 0) {
      expect(() => fillIn({ why: text })).toThrow(UnprintableText)
      counted.named += 1
      continue
    }
    const { missing } = await pool.read(fillIn({ why: text }))
    expect([text, missing]).toEqual([text, []])
    counted.onPaper += 1
  }
  await pool.close()
  console.log(`${counted.onPaper} on paper, ${counted.named} named`)
  expect(Math.min(counted.onPaper, counted.named)).toBeGreaterThan(COUNT / 10)
}, 1_200_000)
