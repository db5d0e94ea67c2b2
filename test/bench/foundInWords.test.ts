import { atMost } from '../../bench/bars.ts'
import { foundInWords, withFound } from '../../bench/forms/foundInWords.ts'
import type { Found } from '../../bench/forms/run.ts'

const found: Found = {
  figures: [atMost('first fill', 25, 20, 'ms')],
  rows: [
    {
      work: 'fill',
      form: 'flat',
      text: 'ASCII',
      name: 'ours',
      perSecond: 4567.8,
      medianMs: 0.21234,
      bytes: 480_000,
      peakMiB: null,
      paper: '24/24',
      embedded: true,
    },
  ],
}

test('the bars come first, and a missed one says so', () => {
  expect(foundInWords(found)).toContain('| first fill | 25 ms | ≤ 20 ms | MISSED |')
})

test('a font that is not in the file is named', () => {
  const rows = found.rows.map((row) => ({ ...row, embedded: false }))
  expect(foundInWords({ ...found, rows })).toContain('| 24/24, font not embedded |')
})

test('a row is rounded as one reads it', () => {
  expect(foundInWords(found)).toContain('| flat, ASCII | ours | 4,568 | 0.212 | 480,000 |  | 24/24 |')
})

test('only what stands between the two marks is replaced', () => {
  const document = 'Before\n<!-- forms:begin -->\nold figures\n<!-- forms:end -->\nAfter\n'
  const written = withFound(document, found, '1 May 2027.')
  expect(written).toBe(
    `Before\n<!-- forms:begin -->\n1 May 2027.\n\n${foundInWords(found)}\n<!-- forms:end -->\nAfter\n`,
  )
  expect(withFound(written, found, '1 May 2027.')).toBe(written)
})

test('a document without the marks is refused', () => {
  expect(() => withFound('Nothing here', found, '')).toThrow('put <!-- forms:begin --> and <!-- forms:end --> into it')
})
