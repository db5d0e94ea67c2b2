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

type Break = [string, keyof PackFiles, Edit, { path: string; found?: RegExp; expected: RegExp }]

const said = 'consultation.json'
const asked = 'questionnaire.json'
const onlyIf = '"onlyIf": { "capacity": "organisation" }'
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
    { path: 'closesAt', found: /skipped.*forward/, expected: /once/ },
  ],
  [
    'a closing that comes twice',
    said,
    ['2017-10-06T17:30', '2017-10-29T01:30'],
    { path: 'closesAt', found: /twice.*back/, expected: /once/ },
  ],
  [
    'a closing on no day of the calendar',
    said,
    ['2017-10-06T17:30', '2017-09-31T17:30'],
    { path: 'closesAt', expected: /a day of the calendar/ },
  ],
  [
    'a zone that is none',
    said,
    ['Europe/London', 'Europe/Dagenham'],
    { path: 'timeZone', found: /^"Europe\/Dagenham"$/, expected: /time zone/ },
  ],
  ['a language that is none', said, ['"en-GB"', '"en_GB"'], { path: 'language', expected: /BCP 47/ }],
  ['a language that nobody speaks', said, ['"en-GB"', '"english"'], { path: 'language', expected: /BCP 47/ }],
  [
    'an address that is none',
    said,
    ['consultation@', 'consultation at '],
    { path: 'email.address', expected: /^an email address such as/ },
  ],
  ['a hash that is too long', said, ['"sha256": "', '"sha256": "0'], { path: 'form.sha256', expected: /64 digits/ }],
  [
    'a key that nobody knows',
    said,
    ['"late":', '"colour": 1, "late":'],
    { path: '', found: /^the key "colour"$/, expected: /known/ },
  ],
  [
    'an answer that is not offered',
    'sample-answers.json',
    ['"yes"', '"maybe"'],
    { path: 'q1', expected: /yes, no, not-sure/ },
  ],
  ['an answer to nothing', 'sample-answers.json', ['"q1":', '"q0":'], { path: 'q0', expected: /question/ }],
  [
    'an answer that no font can print',
    'sample-answers.json',
    ['"q1-reasons": "', '"q1-reasons": "漢字 '],
    { path: 'q1-reasons', found: /^漢 字$/, expected: /fonts/ },
  ],
  [
    'a question that no font can print',
    asked,
    ['its online offer', 'its 線 offer'],
    { path: 'q1.text', found: /^線$/, expected: /fonts/ },
  ],
  [
    'a note that no font can print',
    said,
    ['Layout recon', '線 Layout recon'],
    { path: 'form.note', expected: /fonts/ },
  ],
  [
    'two questions of one id',
    asked,
    ['"id": "q2-reasons"', '"id": "q1-reasons"'],
    { path: '', expected: /each question$/ },
  ],
  ['two options of one id', asked, ['"id": "not-sure"', '"id": "no"'], { path: '', expected: /each option of q1$/ }],
  [
    'a condition on an option that is not there',
    asked,
    [onlyIf, '"onlyIf": { "capacity": "company" }'],
    { path: 'organisation.onlyIf.capacity', found: /^"company"$/, expected: /resident, organisation/ },
  ],
  [
    'a condition on a question that is not there',
    asked,
    [onlyIf, '"onlyIf": { "role": "organisation" }'],
    { path: 'organisation.onlyIf', found: /role/, expected: /id of a question/ },
  ],
  [
    'a condition on words',
    asked,
    [onlyIf, '"onlyIf": { "name": "organisation" }'],
    { path: 'organisation.onlyIf', found: /name, of kind line/, expected: /one-of/ },
  ],
  [
    'published words without a source',
    asked,
    ['"source": "Inclusion London’s response, September 2017",\n', ''],
    { path: 'q1.source', found: /nothing/, expected: /quoted/ },
  ],
  [
    'an autofill token that no browser knows',
    asked,
    ['"postal-code"', '"postcode"'],
    { path: 'postcode.autocomplete', found: /^"postcode"$/, expected: /postal-code/ },
  ],
  ['forgetting before the closing', said, ['2018-01-06', '2017-10-05'], { path: 'forgetAfter', expected: /closing/ }],
]

test.each(breaks)('%s is found, with file, path, found, expected and remedy', async (_name, file, edit, at) => {
  const problems = await problemsOf(await changed(file, edit))
  const found = problems.find(
    (one) => one.path.includes(at.path) && at.expected.test(one.expected) && (at.found ?? /./).test(one.found),
  )
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

test('a hash that differs by one digit is another form', async () => {
  const sha256 = /"sha256": "([0-9a-f]{64})"/.exec(new TextDecoder().decode((await files())[said]!))![1]!
  const other = `${sha256.slice(0, -1)}${sha256.endsWith('0') ? '1' : '0'}`
  expect(await problemsOf(await changed(said, [sha256, other]))).toMatchObject([
    { file: 'form.pdf', found: `SHA-256 ${sha256}`, expected: `SHA-256 ${other}` },
  ])
})

test('a pack without PROVENANCE.md is told so', async () => {
  expect(await problemsOf({ ...(await files()), 'PROVENANCE.md': null })).toMatchObject([
    { file: 'PROVENANCE.md', found: 'no such file' },
  ])
  expect(await problemsOf({ ...(await files()), 'PROVENANCE.md': new TextEncoder().encode(' \n') })).toMatchObject([
    { file: 'PROVENANCE.md', found: 'an empty file' },
  ])
})

test('facts, prompts and marks may be left out', async () => {
  const parsed = async (name: keyof PackFiles) => JSON.parse(new TextDecoder().decode((await files())[name]!))
  const [consultation, questions, boxes] = await Promise.all([parsed(said), parsed(asked), parsed('boxes.json')])
  delete consultation.facts
  delete boxes.marks
  for (const page of questions.pages) {
    delete page.facts
    delete page.prompts
  }
  const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
  const pack = {
    ...(await files()),
    [said]: bytes(consultation),
    [asked]: bytes(questions),
    'boxes.json': bytes(boxes),
  }
  const { facts, boxes: placed, questionnaire } = await soundPack(pack)
  expect([facts, placed.marks, questionnaire.pages[0]!.facts, questionnaire.pages[0]!.prompts]).toEqual([
    [],
    {},
    [],
    [],
  ])
})

test('a folder that is not there is one problem that names it; a file is none either', async () => {
  const problems = (path: string) =>
    readPack(path).catch((error: unknown) => (error instanceof UnsoundPack ? error.problems : null))
  const nowhere = join(folder, 'nowhere')
  expect(await problems(nowhere)).toMatchObject([{ file: nowhere, found: `there is no folder ${nowhere}` }])
  expect(await problems(join(folder, 'form.pdf'))).toMatchObject([{ found: expect.stringContaining('is a file') }])
})
