import type { Entry } from '../../../src/cli/fill/entry.ts'
import { checkFree, checkNames, fileNameOf, isSafeName } from '../../../src/cli/fill/fileNames.ts'
import { packs, project, withFolder } from '../command.ts'

const entry = (row: number, name: string | null, reference: string | null = null): Entry => {
  return { file: 'a.csv', row, answers: {}, reference, name }
}

const namedAs = (...names: (string | null)[]) =>
  names.map((name, at) => ({ entry: entry(at + 2, name), name: fileNameOf({ id: 'mine' }, entry(at + 2, name)) }))

test('a form is named by its column, else by its reference, else by its row', () => {
  const names = [entry(2, 'Ann'), entry(3, 'Ben.PDF', 'A1'), entry(4, null, 'A2'), entry(5, null)]
  expect(names.map((one) => fileNameOf({ id: 'mine' }, one))).toEqual([
    'Ann.pdf',
    'Ben.PDF',
    'mine-response-A2.pdf',
    'mine-row-0005.pdf',
  ])
})

test.each(['Siân.pdf', 'a b.pdf', 'constable.pdf', 'com10.pdf', `${'x'.repeat(116)}.pdf`])('%s is a name', (name) => {
  expect(isSafeName(name)).toBe(true)
})

test.each([
  ...[
    '../a.pdf',
    'a/b.pdf',
    'a\\b.pdf',
    'a:b.pdf',
    'a?.pdf',
    'a|b.pdf',
    '"a".pdf',
    'a\nb.pdf',
    'con.pdf',
    'LPT1.x.pdf',
  ],
  ...['nul .pdf', '.hidden.pdf', ' a.pdf', 'a.pdf ', 'a.', '', `${'x'.repeat(117)}.pdf`, `${'漢'.repeat(80)}.pdf`],
])('%j is refused: some system would not take it', (name) => {
  expect(isSafeName(name)).toBe(false)
})

test('names that are one on some system are told with both rows', () => {
  const problems = checkNames(namedAs('Ann', 'ben', 'ANN.pdf', 'Sia\u0302n', 'Si\u00e2n', 'mine-row-0007', null, 'a:b'))
  expect(problems.map(({ path, found }) => [path, found])).toEqual([
    ['row 4, column file', '"ANN.pdf", which row 2 has too'],
    ['row 6, column file', '"Si\u00e2n.pdf", which row 5 has too'],
    ['row 9, column file', '"a:b.pdf"'],
  ])
})

test('what is there already is told, and a folder in its place cannot be replaced', () =>
  withFolder(async (folder) => {
    const here = namedAs('form')
    expect(await checkFree(packs.library, here, false)).toMatchObject([
      { path: 'row 2, column file', found: expect.stringContaining('form.pdf, which is there already') },
    ])
    expect(await checkFree(packs.library, here, true)).toEqual([])
    expect(await checkFree(folder, here, false)).toEqual([])
    const taken = [{ entry: entry(2, 'src'), name: 'src' }]
    expect(await checkFree(project, taken, true)).toMatchObject([{ remedy: 'choose another name' }])
  }))
