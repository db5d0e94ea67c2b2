import { paginate } from '../../src/stand-in/paginate.ts'
import { grown, heightOf, type Row, roomsOf } from '../../src/stand-in/row.ts'
import { capacityOf, SIZES } from '../../src/stand-in/sheet.ts'

const row = (height: number, grows = false): Row => ({ height, gap: 10, grows, draw: () => undefined })
const asked = (): Row[] => [row(80), row(SIZES.leastRoom, true)]

test('fills each page to its end with rooms of one height', () => {
  const pages = paginate([asked(), asked(), asked(), asked()])
  for (const [at, rows] of pages.entries()) {
    expect(heightOf(rows)).toBeCloseTo(capacityOf(at))
    expect(new Set(roomsOf(rows)).size).toBe(1)
  }
})

test('takes a page more rather than give little room, and keeps a question with its room', () => {
  const pages = paginate(Array.from({ length: 6 }, asked))
  expect(pages.length).toBeGreaterThan(1)
  expect(Math.min(...pages.flatMap(roomsOf))).toBeGreaterThan(SIZES.leastRoom)
  for (const rows of pages) expect(rows.length % 2).toBe(0)
})

test('takes no page more where that gives no more room', () => {
  expect(paginate([[row(30)], [row(30)], [row(30)]])).toHaveLength(1)
  const tall = capacityOf(0) - SIZES.leastRoom - 10
  expect(paginate([[row(tall), row(SIZES.leastRoom, true)], [row(30)], [row(30)]])).toHaveLength(2)
})

test('lets a block go row by row only when no page can hold it', () => {
  const pages = paginate([[row(500), row(500), row(500)]])
  expect(pages.map((rows) => rows.length)).toEqual([1, 1, 1])
})

test('refuses a row that is higher than a page', () => {
  expect(() => paginate([[row(900)]])).toThrow('higher than a page')
})

test('what is left is shared evenly', () => {
  const rows = grown([row(10), row(20, true), row(20, true)], 170)
  expect(roomsOf(rows)).toEqual([70, 70])
})
