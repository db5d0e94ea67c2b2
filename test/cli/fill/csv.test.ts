import { columnLetter, csvRows } from '../../../src/cli/fill/csvRows.ts'
import { csvText } from '../../../src/cli/fill/csvText.ts'

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => new Uint8Array(Buffer.from(text, encoding))

const rowsOf = (text: string) => csvRows('a.csv', text).rows

describe('the text of a table', () => {
  test('UTF-8 is taken, with a byte order mark or without', () => {
    expect(csvText('a.csv', bytes('name\nŁukasz'))).toEqual({ text: 'name\nŁukasz', problems: [] })
    expect(csvText('a.csv', bytes('\ufeffname\nŁukasz')).text).toBe('name\nŁukasz')
  })

  test.each([
    ['UTF-16 from Windows', bytes('\ufeffname\nSiân', 'utf16le'), 'text in UTF-16'],
    ['UTF-16 from elsewhere', bytes('\ufeffname\nSiân', 'utf16le').map((_, at, all) => all[at ^ 1]!), 'text in UTF-16'],
    ['UTF-16 without a mark', bytes('name\nSiân', 'utf16le'), 'text in UTF-16, or no text'],
    ['Latin-1', bytes('name,street\r\nAnn,Mill Lane\r\nSiân,Mill Lane', 'latin1'), 'the first in line 3 of the text'],
    ['a workbook', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]), 'a workbook (.xlsx or .ods), not a CSV file'],
  ])('%s is refused with how to save it as UTF-8', (_, file, found) => {
    const { text, problems } = csvText('a.csv', file)
    expect([text, problems.length]).toEqual(['', 1])
    expect(problems[0]!.found).toContain(found)
    expect(problems[0]!.remedy).toContain('CSV UTF-8')
  })
})

describe('the rows of a table', () => {
  test.each([
    ['LF', 'a,b\n1,2\n', ',', '\n'],
    ['CR LF', 'a,b\r\n1,2\r\n', ',', '\r\n'],
    ['CR', 'a,b\r1,2', ',', '\r'],
    ['a header that ends otherwise than its rows', 'a,b\r\n1,2\n', ',', '\n'],
  ])('%s ends a row', (_, text) => {
    expect(rowsOf(text)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
  })

  test.each([',', ';', '\t'])('cells are parted by %j, as the header has it', (mark) => {
    expect(rowsOf(`a${mark}b\n"1${mark};,"${mark}2`)).toEqual([
      ['a', 'b'],
      [`1${mark};,`, '2'],
    ])
  })

  test('a cell may hold line breaks and quotation marks; blank rows count', () => {
    expect(rowsOf('a\n"one\r\n""two"""\n\n"three"\n')).toEqual([['a'], ['one\r\n"two"'], [''], ['three']])
  })

  test.each([
    ['a,b\n"x\ny",2\n1,he said "no"\n3,4', 'row 3, column b', /in the middle of a cell/],
    ['a,b\n1,"she said "no", and left"\n', 'row 2, column b', /closes a cell before its end/],
    ['a,b\n1,2\n"never,closed\n3,4', 'row 3, column a', /none that closes it/],
    ['a\n1,"x"y', 'row 2, column B', /closes a cell/],
  ])('%j is told by row and column, after the rows before it', (text, path, found) => {
    const { rows, problems } = csvRows('a.csv', text)
    expect(problems).toEqual([expect.objectContaining({ file: 'a.csv', path, found: expect.stringMatching(found) })])
    expect(rows.length).toBe(Number(/\d+/.exec(path)![0]) - 1)
  })
})

test('columns are named as a spreadsheet names them', () => {
  expect([0, 25, 26, 27, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AB', 'ZZ', 'AAA'])
})
