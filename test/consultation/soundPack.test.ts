import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UnsoundPack } from '../../src/consultation/problem.ts'
import { readPack } from '../../src/consultation/readPack.ts'
import { PACK_FILES, type PackFiles, soundPack } from '../../src/consultation/soundPack.ts'

const folder = join(import.meta.dirname, '../../assets/consultations/mopac-2017')

const files = async (): Promise<PackFiles> => {
  const bytes = await Promise.all(PACK_FILES.map((name) => readFile(join(folder, name))))
  return Object.fromEntries(PACK_FILES.map((name, at) => [name, new Uint8Array(bytes[at]!)])) as PackFiles
}

type Edit = [from: string, to: string]

const changed = async (name: keyof PackFiles, ...edits: Edit[]): Promise<PackFiles> => {
  const pack = await files()
  const text = edits.reduce((before, [from, to]) => {
    expect(before).toContain(from)
    return before.replace(from, to)
  }, new TextDecoder().decode(pack[name]!))
  return { ...pack, [name]: new TextEncoder().encode(text) }
}

const problemsOf = async (pack: PackFiles) => {
  const error = await soundPack(pack).catch((reason: unknown) => reason)
  return error instanceof UnsoundPack ? error.problems : []
}

test('the bundled pack is sound, and closes at 16:30 UTC', async () => {
  const consultation = await readPack(folder)
  expect(new Date(consultation.closesAtMs).toISOString()).toBe('2017-10-06T16:30:00.000Z')
  expect(consultation.questionnaire.pages.length).toBe(8)
})

type Break = [string, keyof PackFiles, Edit, { path: string; expected: RegExp }]

const said = 'consultation.json'
const breaks: Break[] = [
  [
    'a question without a box',
    'boxes.json',
    ['"q4-reasons":', '"q4-reasonz":'],
    { path: 'q4-reasons', expected: /box/ },
  ],
  ['a box that is not on the form', 'boxes.json', ['"field": "q1"', '"field": "q99"'], { path: 'q1', expected: /./ }],
  [
    'a closing that clocks skip',
    said,
    ['2017-10-06T17:30', '2017-03-26T01:30'],
    { path: 'closesAt', expected: /once/ },
  ],
  ['a zone that is none', said, ['Europe/London', 'Europe/Dagenham'], { path: 'closesAt', expected: /time zone/ }],
  [
    'an address that is none',
    said,
    ['consultation@', 'consultation at '],
    { path: 'email.address', expected: /email/i },
  ],
  ['another form than the hash says', said, ['"sha256": "', '"sha256": "0'], { path: 'form.sha256', expected: /./ }],
  ['a key that nobody knows', said, ['"late":', '"closseAt": 1, "late":'], { path: '', expected: /closseAt/ }],
  [
    'an answer that is not offered',
    'sample-answers.json',
    ['"yes"', '"maybe"'],
    { path: 'q1', expected: /yes, no, not-sure/ },
  ],
  ['an answer to nothing', 'sample-answers.json', ['"q1":', '"q0":'], { path: 'q0', expected: /question/ }],
  [
    'two questions of one id',
    'questionnaire.json',
    ['"id": "q2"', '"id": "q1"'],
    { path: '', expected: /id of its own/ },
  ],
  ['forgetting before the closing', said, ['2018-01-06', '2017-10-05'], { path: 'forgetAfter', expected: /closing/ }],
]

test.each(breaks)('%s is found, with file, path, found, expected and remedy', async (_name, file, edit, at) => {
  const problems = await problemsOf(await changed(file, edit))
  const found = problems.find(({ path, expected }) => path.includes(at.path) && at.expected.test(expected))
  expect(found).toBeDefined()
  for (const part of [found!.file, found!.found, found!.expected, found!.remedy]) expect(part.length).toBeGreaterThan(0)
})

test('ten problems are ten lines, numbered, not the first one alone', async () => {
  const pack = await changed(said, ['2017-10-06T17:30', 'soon'], ['consultation@', 'nowhere'], ['"post":', '"pots":'])
  const broken = {
    ...pack,
    'boxes.json': new TextEncoder().encode('{ not json'),
    'sample-answers.json': null,
    'form.pdf': null,
  }
  const error = await soundPack(broken).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(UnsoundPack)
  const { message, problems } = error as UnsoundPack
  expect(new Set(problems.map(({ file }) => file))).toEqual(
    new Set(['consultation.json', 'boxes.json', 'sample-answers.json', 'form.pdf']),
  )
  expect(problems.length).toBeGreaterThanOrEqual(6)
  for (const number of problems.keys()) expect(message).toContain(`${number + 1}. `)
})

test('an empty folder is a list, not a stack', async () => {
  await expect(readPack(join(folder, 'nowhere'))).rejects.toThrow(/1\. .*no such file/s)
})
