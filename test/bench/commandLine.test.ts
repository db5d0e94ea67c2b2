import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readWords } from '../../bench/commandLine.ts'

const known = ['forms', 'pages', 'saves']

test('no names mean all measurements', () => {
  expect(readWords([], known)).toEqual({ names: known, json: null, quick: false })
})

test('names choose, in the order in which they are measured', () => {
  expect(readWords(['saves', 'forms', '--quick'], known)).toEqual({
    names: ['forms', 'saves'],
    json: null,
    quick: true,
  })
})

test('a file for the rows', () => {
  const json = join(tmpdir(), 'rows.json')
  expect(readWords(['--json', json], known)).toEqual({ names: known, json, quick: false })
})

test.each([
  [['form'], 'There is no measurement "form": choose from forms, pages, saves.'],
  [['pages', '--json', 'rows.json'], '--json writes the rows of "forms", which is not among pages: name it too.'],
  [['--json', '/no/such/folder/rows.json'], '"/no/such/folder/rows.json" cannot be written'],
  [['--json', tmpdir()], 'cannot be written: name a file in a folder that is there.'],
  [['--slow'], "Unknown option '--slow'. For example: npm run bench -- forms --json rows.json"],
  [['--json'], 'For example: npm run bench'],
])('%j is answered with a sentence', (words, sentence) => {
  expect(() => readWords(words, known)).toThrow(sentence)
})
