import { fillBars } from '../../bench/forms/fills/fillBars.ts'
import { COPY, MUPDF, OURS, PDF_JS, PDF_LIB } from '../../bench/forms/peers/list.ts'
import type { Row } from '../../bench/forms/rows.ts'

const row = (name: string, perSecond: number, paper: string | null = '24/24', form: Row['form'] = 'fillable'): Row => ({
  work: 'fill',
  form,
  text: 'ASCII',
  name,
  perSecond,
  medianMs: 1000 / perSecond,
  bytes: 1,
  peakMiB: 1,
  paper,
  embedded: true,
})

const missed = (rows: Row[]) => fillBars(rows).flatMap(({ what, clears }) => (clears ? [] : [what]))

const fast = [row(OURS, 3000), row(PDF_LIB, 30), row(PDF_JS, 300), row(COPY, 9000, null)]

test('all bars are cleared exactly at a hundred times, ten times and three times', () => {
  expect(missed(fast)).toEqual([])
})

test.each([
  ['pdf-lib', row(PDF_LIB, 31)],
  ['the fastest', row(PDF_JS, 301)],
  ['the copy', row(COPY, 9001, null)],
])('a little slower beside %s is a miss', (_, slower) => {
  expect(missed(fast.map((one) => (one.name === slower.name ? slower : one)))).toHaveLength(1)
})

test('a peer that loses an answer does not count, however fast', () => {
  expect(missed([...fast, row(MUPDF, 2000, '23/24')])).toEqual([])
  expect(missed([...fast, row(MUPDF, 2000, '24/24')])).toHaveLength(1)
})

test('a peer whose font is not in the file is told, and not held against us', () => {
  const bare = { ...row(MUPDF, 2000), embedded: false }
  expect(missed([...fast, bare])).toEqual([])
  expect(fillBars([...fast, bare]).map(({ what, found }) => `${what} ${found}`)).toContain(
    `fillable, ASCII: ${MUPDF}, its font not embedded 1.5 ×`,
  )
})

test('on flat pages the ratio to pdf-lib is told and held to nothing', () => {
  const flat = [row(OURS, 3000), row(PDF_LIB, 150), row(COPY, 9000, null)].map((one) => ({
    ...one,
    form: 'flat' as const,
  }))
  expect(missed(flat)).toEqual([])
  expect(fillBars(flat)[0]?.found).toBe('20 ×')
})
