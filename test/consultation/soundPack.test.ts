import { join } from 'node:path'
import { UnsoundPack } from '../../src/consultation/problem.ts'
import { readPack } from '../../src/consultation/readPack.ts'
import { type PackFiles, soundPack } from '../../src/consultation/soundPack.ts'
import { changed, files, folder, problemsOf } from './brokenPack.ts'

const said = 'consultation.json'
const asked = 'questionnaire.json'

test('the bundled pack is sound, and closes at 16:30 UTC', async () => {
  const consultation = await readPack(folder)
  expect(new Date(consultation.closesAtMs).toISOString()).toBe('2017-10-06T16:30:00.000Z')
  expect(consultation.questionnaire.pages.length).toBe(8)
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
