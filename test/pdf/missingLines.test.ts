import type { Placement } from '../../src/pdf/placing/placement.ts'
import { missingLines } from './missingLines.ts'

const written = (page: number, ...lines: string[]): Placement => ({
  kind: 'written',
  question: 'why',
  ...{ field: 'why', place: 0, surface: 0 },
  page,
  box: { x: 0, y: 0, width: 1, height: 1 },
  matrix: [1, 0, 0, 1, 0, 0],
  lines: lines.map((text, index) => ({ text, x: 0, y: -index, size: 10 })),
})

describe('missingLines', () => {
  test('is content when every line is on its page, however it is spaced', () => {
    expect(
      missingLines(['head  one  two\nthree', 'four'], [written(1, 'one two', 'three'), written(2, 'four')]),
    ).toEqual([])
  })

  test('names the line that is missing, or on another page', () => {
    expect(missingLines(['one', 'two'], [written(1, 'one', 'two')])).toEqual([
      { question: 'why', page: 1, missing: 'two' },
    ])
    expect(missingLines(['one'], [written(2, 'one')])).toHaveLength(1)
  })

  test('one letter lost is a line lost', () => {
    expect(missingLines(['?ukasz'], [written(1, 'Łukasz')])).toHaveLength(1)
  })

  test('a line placed twice has to be there twice', () => {
    expect(missingLines(['no'], [written(1, 'no', 'no')])).toHaveLength(1)
  })

  test('words said over and over do not hide each other', () => {
    expect(missingLines(['no no no\nno no'], [written(1, 'no no', 'no no no')])).toEqual([])
  })

  test('letters set one by one in cells are read as a row', () => {
    const cells = written(1, 'R', 'M')
    if (cells.kind === 'written') for (const line of cells.lines) line.y = 0
    expect(missingLines(['RM'], [cells])).toEqual([])
  })
})
